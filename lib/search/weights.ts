/** Every figure of the ranking. A part is between 0 and 1; its weight says what a whole one is worth. */
export const weights = {
  /** How well the words fit: the mean over the asked words of the best field that has them. */
  text: 10,
  /** The title has the words in this order. */
  phrase: 1.5,
  /** The title begins with them. */
  start: 0.5,
  /** An article number, whole. */
  code: 20,
  sales: 1,
  rating: 0.6,
  stock: 1,
  freshness: 0.3,
} as const

/** What a word is worth where it stands. */
export const fields = { title: 1, brandOrCategory: 0.7, attribute: 0.45, description: 0.2 } as const
/** A word found in another form, script, layout, by a synonym or in spite of a typo. */
export const notAsWritten = 0.85

/** Of a phrase whose last word goes on in the title. */
export const phraseBegun = 0.5

/** From here on more sales change nothing. */
const manySales = 500
/** Ratings count as if this many buyers had given the usual one. */
const usual = { rating: 420, count: 5 }
/** Days after which newness is worth a third. */
const youth = 60

/** SQL of the parts, from `m` (the match) and `p` (the product). In floats: numerics cost ten times as much. */
export const parts = {
  text: 'm.text',
  phrase: 'm.phrase',
  start: 'm.start',
  code: 'm.code',
  sales: `least(1, ln(1 + p.sold_count) / ln(1 + ${manySales}))`,
  rating: `(p.rating * p.rating_count + ${usual.rating * usual.count}) / (p.rating_count + ${usual.count}) / 500::float8`,
  stock: 'p.in_stock::int',
  freshness: `exp(-least(3650, greatest(0, current_date - p.created_at::date)) / ${youth}::float8)`,
} as const satisfies Record<keyof typeof weights, string>

export const partNames = Object.keys(parts) as (keyof typeof parts)[]

/** A whole number, so that it can be a cursor; pinned products stand before all others, in their order. */
export const scoreSql = `(m.pin::bigint * 1000000000
  + round(1000000 * (${partNames.map((name) => `${weights[name]} * (${parts[name]})::float8`).join(' + ')}))::bigint)`
