import 'server-only'

export { recordVitals } from './commands'
export { getSpeed } from './queries'
