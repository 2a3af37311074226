import 'server-only'

export { recordHeat, setHeatShare } from './commands'
export { heatSchema } from './input'
export { getHeat, getHeatShare, heatShare } from './queries'
