import 'server-only'

export * from './counters'
