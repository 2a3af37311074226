import 'server-only'

export * from './commands'
export * from './queries'
export * from './record-shown'
export * from './shown-option'
