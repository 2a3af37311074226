import 'server-only'

export * from './commands'
export * from './queries'
export * from './read-origin'
