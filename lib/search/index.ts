import 'server-only'

export { type DocumentParts, documentText, learnWords, tsvOf } from './document'
export { flushSearches, noteSearch } from './log'
export { matchSql, type Plan } from './match'
export { normalize, slugify, words } from './normalize'
export { planSearch } from './plan'
export { partNames, parts as scoreParts, scoreSql, weights } from './weights'
