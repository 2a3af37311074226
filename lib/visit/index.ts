import 'server-only'

export * from './commands'
