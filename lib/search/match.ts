import { prepared } from '@/lib/kernel/db'
import { withinKey } from './document'
import { searching } from './searching'
import { fields, notAsWritten } from './weights'

/** What is asked of the index. All texts are tsqueries. */
export type Plan = {
  query: string
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
  /** So many of the goods that sell best have them that the others need not be looked at. */
  broad: boolean
}

type Add = (value: unknown) => string

// One more than a list counts to, so that it can say whether there are more.
const RANKED = 1_001
// Without ranking, or with filters behind it, more may be looked through.
const LOOKED_THROUGH = 20_000

/** The query narrowed to categories or shops by the keys in each document. */
const narrowedText = ({ query }: Plan, within: readonly string[]): string =>
  [query, ...within.map((id) => `'${withinKey(id)}'`)].map((part) => `(${part})`).join(' & ')

const narrowed = (plan: Plan, within: readonly string[], add: Add): string =>
  `${add(narrowedText(plan, within))}::tsquery`

const countFront = prepared(`
  select count(*)::int as count from (
    select from search_document where front and tsv @@ $1::tsquery limit ${RANKED}) found`)

/** The same plan, looking only at the goods that sell best where these are more than anybody looks through. */
export async function frontFirst(plan: Plan, within: readonly string[]): Promise<Plan> {
  const { rows } = await searching.query<{ count: number }>(countFront, [narrowedText(plan, within)])
  return { ...plan, broad: (rows[0]?.count ?? 0) >= RANKED }
}

const scores = (plan: Plan, add: Add) => {
  const list = (name: keyof Plan['groups'][number]) =>
    `${add(plan.groups.map((group) => group[name]))}::text[]::tsquery[]`
  const lists = (['title', 'brand', 'attribute', 'any', 'exact'] as const).map(list).join(', ')
  const phrase = add(plan.phrase)
  return `
    (select avg(case when d.tsv @@ g.a then ${fields.title}::float8 when d.tsv @@ g.b then ${fields.brandOrCategory}
        when d.tsv @@ g.c then ${fields.attribute} when d.tsv @@ g.d then ${fields.description} else 0 end
        * case when d.tsv @@ g.e then 1 else ${notAsWritten} end) from unnest(${lists}) g(a, b, c, d, e)) as text,
    (position(${phrase} in d.title) > 0)::int as phrase, (position(E'\\n' || ${phrase} in d.title) > 0)::int as start,
    ${plan.code === null ? '0' : `(d.tsv @@ ${add(plan.code)}::tsquery)::int`} as code`
}

const bare = '0::float8 as text, 0 as phrase, 0 as start, 0 as code'

type Looked = {
  add: Add
  within?: readonly string[]
  ranked: boolean
  filtered: boolean
  /** How many are ranked, where fewer will do. */
  few?: number | undefined
}

/** SQL of `m`: product_id, pin and the parts of the ranking that come from words. `within`: ids of category and shop. */
export function matchSql(plan: Plan, { add, within = [], ranked, filtered, few }: Looked): string {
  const limit = few ?? (ranked && !filtered ? RANKED : LOOKED_THROUGH)
  const pins = plan.pins.length === 0 ? null : add(plan.pins)
  return `
  select product_id, max(pin) as pin, max(text) as text, max(phrase) as phrase, max(start) as start, max(code) as code
    from (
      select d.product_id, 0 as pin, ${ranked ? scores(plan, add) : bare}
        from (select product_id, tsv, title from search_document
               where ${plan.broad ? 'front and ' : ''}tsv @@ ${narrowed(plan, within, add)} limit ${limit}) d
      ${pins === null ? '' : `union all select id, (cardinality(${pins}::text[]) + 1 - place)::int, ${bare} from unnest(${pins}::text[]) with ordinality pinned(id, place)`}
    ) found group by product_id`
}
