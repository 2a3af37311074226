import 'server-only'

export * from './counters'
export * from './record-hit'
