import 'server-only'

export { suggest, type Suggestion } from './suggest'
export { documentText, tsvOf } from './document'
export { matchSql, toTsQuery } from './match'
export { normalize, slugify, words } from './normalize'
