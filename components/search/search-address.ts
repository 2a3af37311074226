import type { ListFilter } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { readNumber, readRange, writeRange } from '@/lib/kernel/number-range'
import { type Sort, sorts } from '@/lib/search/schema'
import type { Onward } from './search-answer'

export type Query = Record<string, string | string[] | undefined>

/** What the address of a search says, with whole soʻm as the buyer typed them. */
export type Search = {
  q: string
  category: string | null
  shop: string | null
  sort: Sort | null
  priceMin: number | null
  priceMax: number | null
  chosen: Record<string, string[]>
  cursor: string | null
}

const list = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((text) => text.trim().slice(0, 100))
    .filter(Boolean)

const first = (value: string | string[] | undefined, max: number) => [value ?? []].flat()[0]?.trim().slice(0, max) ?? ''

/** A form keeps the order it had and a button adds the one that was pressed. */
const last = (value: string | string[] | undefined, max: number) => first([value ?? []].flat().at(-1), max)

function soum(value: string | string[] | undefined): number | null {
  const digits = first(value, 30).replace(/\D/g, '')
  return digits === '' || digits.length > 12 ? null : Number(digits)
}

/** Whoever mixes them up means what lies between. */
const range = (one: number | null, other: number | null): Pick<Search, 'priceMin' | 'priceMax'> =>
  one !== null && other !== null && one > other
    ? { priceMin: other, priceMax: one }
    : { priceMin: one, priceMax: other }

const slug = (text: string) => (/^[\w.-]{1,120}$/.test(text) ? text : null)

/** What a button of the form takes away: `attr.colour:red`, `priceMin`, `priceMax`, `shop`, or `all` filters. */
function drop(search: Search, what: string): Search {
  if (what === 'all') return { ...search, ...unfiltered }
  if (what === 'shop' || what === 'priceMin' || what === 'priceMax') return { ...search, [what]: null }
  const [, code = '', value = ''] = /^attr\.([\w-]{1,60}):(.+)$/.exec(what) ?? []
  const { [code]: values = [], ...others } = search.chosen
  const left = values.filter((one) => one !== value)
  return { ...search, chosen: left.length === 0 ? others : { ...others, [code]: left } }
}

/** Nothing that narrows it but its words and its category. */
export const unfiltered = { chosen: {}, priceMin: null, priceMax: null, shop: null } as const satisfies Partial<Search>

const canonical = (value: string) => {
  const asked = readRange(value)
  return (asked && writeRange(asked)) ?? value
}

/** The values of each attribute; a range that is typed into two fields is one of them. */
function chosenOf(query: Query): [string, string[]][] {
  const codes = Object.keys(query).flatMap((name) => /^attr\.([\w-]{1,60})(?:\.(?:from|to))?$/.exec(name)?.[1] ?? [])
  return [...new Set(codes)].flatMap((code): [string, string[]][] => {
    const end = (side: 'from' | 'to') => readNumber(first(query[`attr.${code}.${side}`], 30))
    const typed = writeRange({ from: end('from'), to: end('to') })
    const values = [...list(query[`attr.${code}`]).map(canonical), ...(typed === null ? [] : [typed])].slice(0, 50)
    return values.length === 0 ? [] : [[code, values]]
  })
}

/** Never refuses: what it cannot read is as if it were not there. */
export function readSearch(query: Query): Search {
  const search: Search = {
    q: first(query['q'], 200),
    category: slug(first(query['category'], 120)),
    shop: slug(first(query['shop'], 120)),
    // How well it fits is the order of every search that has no other.
    sort: sorts.find((sort) => sort !== 'relevance' && sort === last(query['sort'], 20)) ?? null,
    ...range(soum(query['priceMin']), soum(query['priceMax'])),
    chosen: Object.fromEntries(chosenOf(query).slice(0, 10)),
    cursor: first(query['cursor'], 400) || null,
  }
  return [query['drop'] ?? []].flat().reduce(drop, search)
}

/** Did a button write it? Then there is a shorter address that says the same. */
export const isPressed = (query: Query): boolean =>
  query['drop'] !== undefined || [query['sort'] ?? []].flat().length > 1

/** The same from the address bar or a form. */
export function queryOf(pairs: Iterable<[string, unknown]>): Query {
  const query: Record<string, string[]> = {}
  for (const [name, value] of pairs) if (typeof value === 'string') (query[name] ??= []).push(value)
  return query
}

/** The same search as a filter of the catalogue, in tiyin. */
export const toFilter = (search: Search): ListFilter => ({
  q: search.q || undefined,
  category: search.category ?? undefined,
  shop: search.shop ?? undefined,
  sort: search.sort ?? undefined,
  priceMin: search.priceMin === null ? undefined : search.priceMin * 100,
  priceMax: search.priceMax === null ? undefined : search.priceMax * 100,
  attributes: search.chosen,
  cursor: search.cursor ?? undefined,
  variants: true,
})

/** The address of a search, always in the same order; a change starts again at the first results. */
export function searchHref(locale: Locale, search: Search, change: Partial<Search> = {}): string {
  const { q, category, shop, chosen, priceMin, priceMax, sort, cursor } = { ...search, cursor: null, ...change }
  const params = new URLSearchParams()
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value))
  }
  put('q', q)
  put('category', category)
  put('shop', shop)
  for (const code of Object.keys(chosen).sort()) put(`attr.${code}`, (chosen[code] ?? []).join(','))
  put('priceMin', priceMin)
  put('priceMax', priceMax)
  put('sort', sort)
  put('cursor', cursor)
  const text = params.toString()
  return `/${locale}/search${text === '' ? '' : `?${text}`}`
}

/** How many things narrow it. */
export const countFilters = ({ chosen, priceMin, priceMax, shop }: Search): number =>
  Object.values(chosen).flat().length + [priceMin, priceMax, shop].filter((one) => one !== null).length

/** Where more of a search is, for people and as JSON. */
export function moreOf(locale: Locale, search: Search): Onward {
  const href = searchHref(locale, search, { cursor: search.cursor })
  return { href, from: href.replace('/search', '/search/more') }
}

/** What a search is called, on its page and in the tab. */
export function titleOf(
  search: Search,
  names: { category: string | null; shop: string | null },
  locale: Locale,
): string {
  const t = searchText[locale]
  return search.q === '' ? (names.category ?? names.shop ?? t.allGoods) : fill(t.titleFor, { q: search.q })
}
