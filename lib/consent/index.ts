import 'server-only'

export * from './commands'
export * from './queries'
