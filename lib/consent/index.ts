import 'server-only'

export * from './commands'
export { consentInputSchema } from './input'
export * from './queries'
