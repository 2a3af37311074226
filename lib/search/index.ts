import 'server-only'

export {
  type DocumentParts,
  documentOf,
  documentVersion,
  joinWords,
  learnWords,
  pruneWords,
  type SearchDocument,
  stemmedWords,
} from './document'
export { keptShortly } from './kept-shortly'
export { otherLayout } from './layout'
export { flushSearches, noteSearch } from './log'
export { type Looked, matchSql, type Plan } from './match'
export { nearQuery } from './near-query'
export { normalize, slugify, words } from './normalize'
export { planSearch, relaxPlan } from './plan'
export {
  addSynonyms,
  listMissedSearches,
  listRules,
  listSynonyms,
  removeSynonyms,
  setRule,
  sweepSearches,
} from './rules'
export { plannedOnce, preparedIfOften, searching, walking } from './searching'
export { spelledLike } from './spelled-like'
export { readStems } from './stems'
export { partNames, parts as scoreParts, scoreSql, weights } from './weights'
