import { withinKey } from './document'
import { fields, notAsWritten, phraseBegun } from './weights'

/** What is asked of the index. All texts are tsqueries. */
export type Plan = {
  query: string
  /** The same with any of the words instead of all; null: there is only one. */
  loose: string | null
  /** One per asked word: in the title, brand or category, attribute; anywhere; anywhere as it was written. */
  groups: { title: string; brand: string; attribute: string; any: string; exact: string }[]
  /** The folded words, for phrases. */
  phrase: string
  code: string | null
  pins: readonly string[]
  redirect: string | null
  /** What a misspelt word was taken for. */
  corrected: Readonly<Record<string, string>>
  /** No product has all of the words: these have some. */
  relaxed: boolean
}

type Add = (value: unknown) => string

/** The query narrowed to categories or shops by the keys in each document. */
const narrowed = ({ query }: Plan, within: readonly string[], add: Add): string =>
  `${add([query, ...within.map((id) => `'${withinKey(id)}'`)].map((part) => `(${part})`).join(' & '))}::tsquery`

/** How well the words of one group fit: the best field that has them. Written out: a list in SQL costs twice as much. */
const groupScore = (group: Plan['groups'][number], add: Add): string => {
  const has = (text: string) => `d.tsv @@ ${add(text)}::tsquery`
  return `case when ${has(group.title)} then ${fields.title}::float8
    when ${has(group.brand)} then ${fields.brandOrCategory} when ${has(group.attribute)} then ${fields.attribute}
    when ${has(group.any)} then ${fields.description} else 0 end
    * case when ${has(group.exact)} then 1 else ${notAsWritten} end`
}

const scores = (plan: Plan, add: Add) => {
  const phrase = `${add(plan.phrase)}::text`
  // «чай» is a word of tea and only the beginning of a teapot.
  const whole = `position(' ' || ${phrase} || ' ' in replace(d.title, E'\\n', ' ') || ' ') > 0`
  return `
    (${plan.groups.map((group) => groupScore(group, add)).join(' + ')}) / ${plan.groups.length} as text,
    case when ${whole} then 1::float8 when position(${phrase} in d.title) > 0 then ${phraseBegun} else 0 end as phrase,
    (position(E'\\n' || ${phrase} in d.title) > 0)::int as start,
    ${plan.code === null ? '0' : `(d.tsv @@ ${add(plan.code)}::tsquery)::int`} as code`
}

const bare = '0::float8 as text, 0::float8 as phrase, 0 as start, 0 as code'

export type Looked = {
  /** Ids of category and shop. */
  within: readonly string[]
  ranked: boolean
  /** No more are looked at, neither of the goods that sell best nor of the whole market. */
  most: number
  /** As one types: the very few that sell best of all are asked first. */
  few: boolean
  /** The whole market is asked only where fewer of the goods that sell best have the words. */
  enough: number
  /** So many of the goods that sell best make the first pages where the rest are too many to be counted. */
  leading: number
  /** Where it is not, nothing is counted whole, and so many are ranked. */
  ranks: number
  /** Only goods that are not among the first: the pages behind theirs. */
  behind: boolean
}

/** The whole market is not counted where what sells best lets expect so many times more than the bound. */
const SURELY = 2
/** How many times as large as what sells best the market is, as the server last counted both; unknown is not larger. */
const times = `(select greatest(1, d.reltuples) / greatest(1, f.reltuples) from pg_class d, pg_class f
  where d.oid = 'search_document'::regclass and f.oid = 'search_document_front'::regclass)`

/** SQL of the goods that sell best, by the address of their rows; of `top` the very best of all. */
function frontSql({ few, most, ranks, enough }: Looked, query: string, read: string): string {
  const top = (limit: number) => `top as materialized (${read} head and tsv @@ ${query} limit ${limit}),`
  if (!few)
    return `${top(ranks)}
      front as materialized (${read} front and tsv @@ ${query} limit ${most}),`
  const found = '(select count(*) from top)'
  return `${top(most)}
      front as materialized (select tid from top where ${found} >= ${enough}
        union all (${read} ${found} < ${enough} and front and tsv @@ ${query} limit ${most})),`
}

/**
 * SQL of common tables, the last of them `m`: product_id, pin and the parts of the ranking that come from words. `whole`
 * is SQL that says whether nothing was left unseen, `inFront` whether only what sells best was looked at, `seen` how many
 * of that there are.
 */
export function matchSql(plan: Plan, looked: Looked, add: Add) {
  const { within, ranked, most, enough, leading, ranks, behind } = looked
  const query = narrowed(plan, within, add)
  const read = 'select ctid as tid from search_document where'
  const front = '(select n from seen)'
  const rest = '(select count(*) from rest)'
  const surely = `(${front} >= ${enough} or ${front} >= ${leading} and ${front} * ${times} >= ${SURELY * most})`
  const inFront = behind ? 'false' : `(${surely} or ${front} >= ${leading} and ${rest} >= ${most})`
  const pins = plan.pins.length === 0 || behind ? null : add(plan.pins)
  const pinned =
    pins === null
      ? ''
      : `union all select id, (cardinality(${pins}::text[]) + 1 - place)::int, ${bare}
           from unnest(${pins}::text[]) with ordinality pinned(id, place)`
  // Documents are long: what is only counted is known by its row's address, and what is ranked is fetched by that.
  const first = `first as materialized (select tid from top union all
        (select tid from front where not exists (select from top t where t.tid = front.tid)
          limit greatest(0, ${ranks} - (select count(*) from top)))),`
  const tiers = behind
    ? `${frontSql(looked, query, read)} ${first}
      hit as (${read} tsv @@ ${query} and not exists (select from first f where f.tid = search_document.ctid)
        limit ${most}),`
    : `${frontSql(looked, query, read)} ${first}
      seen as materialized (select count(*) as n from front),
      rest as materialized (${read} not ${surely} and tsv @@ ${query} limit ${most}),
      hit as (select tid from rest where not ${inFront}
              union all select tid from first where ${inFront}),`
  const found = `select d.product_id, 0 as pin, ${ranked ? scores(plan, add) : bare}
                   from hit join search_document d on d.ctid = hit.tid`
  return {
    tables: `
      ${tiers}
      m as materialized (${
        pinned === ''
          ? found
          : `
        select product_id, max(pin) as pin, max(text) as text, max(phrase) as phrase, max(start) as start,
               max(code) as code from (${found} ${pinned}) found group by product_id`
      })`,
    whole: behind ? 'false' : `not ${surely} and ${rest} < ${most}`,
    inFront,
    seen: behind ? '0' : `greatest(${front}, ${rest})`,
  }
}
