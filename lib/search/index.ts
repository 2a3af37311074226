import 'server-only'

export { documentText, tsvOf } from './document'
export { matchSql, toTsQuery } from './match'
export { normalize, slugify, words } from './normalize'
