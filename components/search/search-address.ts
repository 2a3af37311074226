import { type ListFilter, type Sort, sorts } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'

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

function soum(value: string | string[] | undefined): number | null {
  const digits = first(value, 30).replace(/\D/g, '')
  return digits === '' || digits.length > 12 ? null : Number(digits)
}

const slug = (text: string) => (/^[\w.-]{1,120}$/.test(text) ? text : null)

/** Never refuses: what it cannot read is as if it were not there. */
export function readSearch(query: Query): Search {
  const attributes = Object.entries(query).flatMap(([name, value]): [string, string[]][] => {
    const code = /^attr\.([\w-]{1,60})$/.exec(name)?.[1]
    const values = list(value).slice(0, 50)
    return code === undefined || values.length === 0 ? [] : [[code, values]]
  })
  return {
    q: first(query['q'], 200),
    category: slug(first(query['category'], 120)),
    shop: slug(first(query['shop'], 120)),
    sort: sorts.find((sort) => sort === first(query['sort'], 20)) ?? null,
    priceMin: soum(query['priceMin']),
    priceMax: soum(query['priceMax']),
    chosen: Object.fromEntries(attributes.slice(0, 10)),
    cursor: first(query['cursor'], 400) || null,
  }
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

/** Without one value of one attribute. */
export const without = (search: Search, code: string, value: string): Record<string, string[]> => ({
  ...search.chosen,
  [code]: (search.chosen[code] ?? []).filter((one) => one !== value),
})

export const isFiltered = (search: Search): boolean =>
  search.priceMin !== null || search.priceMax !== null || search.shop !== null || Object.keys(search.chosen).length > 0
