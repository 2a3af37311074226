export const sorts = ['relevance', 'price', '-price', 'new', 'rating', 'popular'] as const
export type Sort = (typeof sorts)[number]

/** Words that find the same. */
export type Synonym = { id: string; terms: string[] }

/** `pins` are slugs of products; `redirect` is a path below the locale. */
export type SearchRule = { query: string; redirect: string | null; pins: string[] }

export type MissedSearch = { query: string; locale: string; times: number; last: string }
