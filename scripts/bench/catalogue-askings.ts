import type pg from 'pg'
import { listProducts, readCategoryPage, readProduct, suggest } from '@/lib/catalog'
import { facetKey, splitFacet } from '@/lib/catalog/facet-key'
import { writeRange } from '@/lib/kernel/number-range'

/** `ask`: through the catalogue, as a page does. `bare`: the shortest statement that finds the same goods. */
export type Asking = {
  name: string
  ask: (at: number) => Promise<unknown>
  bare: (at: number) => [text: string, params: unknown[]]
}

const words = ['rishton choynagi', 'chust pichogi', 'quyma qozon', 'ipak sharf', 'чайник ляган', 'smartfon navro']
const misspelt = ['choinak', 'adrass', 'gilaam', 'чайнк', 'smratfon', 'pichoqi', 'quloqchn', 'kitobb']
/** A category, watts from and to. */
const watts = [
  ['elektr-choynaklar', 1000, 2000],
  ['kolonkalar', 5, 25],
  ['shisha-choynaklar', 1500, 1700],
  ['stol-chiroqlari', 1, 9],
  ['elektr-choynaklar', 2000, 3000],
] as const
const begun = ['choy', 'gil', 'чай', 'smar', 'kito', 'rjd', 'adr', 'pich']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

type Category = { id: string; slug: string; path: string[] }
type Chosen = { category: string; keys: [string, string][] }
type Place = { sold_count: number; seq: number }

const leaf = `select id, slug, title, price from product where status = 'active' and category_id = $1
  order by sold_count desc, seq desc limit 24`

const ask = async <Row extends object>(pool: pg.Pool, text: string) => (await pool.query<Row>(text)).rows

/** Categories with three facets that some product of theirs has together. */
const readChosen = (pool: pg.Pool) =>
  ask<{ slug: string; facets: string[] }>(
    pool,
    `select c.slug, p.facets from category c cross join lateral (
       select facets from product where category_id = c.id and status = 'active' and cardinality(facets) >= 3 limit 1) p
      order by c.slug limit 40`,
  )

const chosenOf = ({ slug, facets }: { slug: string; facets: string[] }): Chosen => {
  const codes = new Map(facets.filter((key) => key.includes('=')).map((key) => splitFacet(key)))
  return { category: slug, keys: [...codes].slice(0, 3) }
}

const cursorAt = ({ sold_count, seq }: Place) => Buffer.from(JSON.stringify([sold_count, seq])).toString('base64url')

export async function askings(pool: pg.Pool): Promise<Asking[]> {
  const categories = await ask<Category>(
    pool,
    'select id, slug, path from category c where not exists (select from category b where b.parent_id = c.id)',
  )
  const chosen = (await readChosen(pool)).map(chosenOf)
  const slugs = await ask<{ slug: string }>(pool, 'select slug from product tablesample system (5) limit 2000')
  // The last row of page 999; a small market has fewer, and then nothing behind it.
  const [place = { sold_count: 0, seq: 0 }] = await ask<Place>(
    pool,
    `select sold_count, seq from (
       select sold_count, seq, row_number() over (order by sold_count desc, seq desc) as n from product
        where status = 'active' order by sold_count desc, seq desc limit 23976) first
      order by n desc limit 1`,
  )
  return [...pages(categories, place), ...filters(chosen), ranges(categories), ...searches(), ...products(slugs)]
}

const pages = (categories: readonly Category[], place: Place): Asking[] => [
  {
    name: 'category page with facets',
    ask: (at) => readCategoryPage(pick(categories, at).path, 1, 'uz'),
    bare: (at) => [leaf, [pick(categories, at).id]],
  },
  {
    name: 'page 1,000 by key',
    ask: () => listProducts({ sort: 'popular', limit: 24, cursor: cursorAt(place), facets: false }, 'uz'),
    bare: () => [
      `select id, slug, title, price from product where status = 'active' and (sold_count, seq) < ($1, $2)
        order by sold_count desc, seq desc limit 24`,
      [place.sold_count, place.seq],
    ],
  },
]

const filters = (chosen: readonly Chosen[]): Asking[] => [
  {
    name: 'three facets with counts',
    ask: (at) => {
      const { category, keys } = pick(chosen, at)
      return listProducts(
        { category, attributes: Object.fromEntries(keys.map(([code, value]) => [code, [value]])) },
        'uz',
      )
    },
    bare: (at) => [
      `select id, slug, title, price from product where status = 'active' and facets @> $1
        order by sold_count desc, seq desc limit 24`,
      [pick(chosen, at).keys.map(([code, value]) => facetKey(code, value))],
    ],
  },
]

const ranges = (categories: readonly Category[]): Asking => ({
  name: 'range of numbers with counts',
  ask: (at) => {
    const [category, from, to] = pick(watts, at)
    return listProducts({ category, attributes: { power: [writeRange({ from, to }) ?? ''] } }, 'uz')
  },
  bare: (at) => {
    const [category, from, to] = pick(watts, at)
    return [
      `select id, slug, title, price from product where status = 'active' and category_id = $1
          and (attributes->>'power')::numeric between $2 and $3 order by sold_count desc, seq desc limit 24`,
      [categories.find(({ slug }) => slug === category)?.id, from, to],
    ]
  },
})

const found = 'select product_id from search_document where tsv @@ to_tsquery($1, $2) limit 24'

const searches = (): Asking[] => [
  {
    name: 'two words with facets',
    ask: (at) => listProducts({ q: pick(words, at) }, 'uz'),
    bare: (at) => [found, ['simple', pick(words, at).split(' ').join(' & ')]],
  },
  {
    name: 'one letter wrong',
    ask: (at) => listProducts({ q: pick(misspelt, at), facets: false }, 'uz'),
    bare: (at) => [`select word from search_word where word % $1 and spellings <> '{}' limit 24`, [pick(misspelt, at)]],
  },
  {
    name: 'suggestions',
    ask: (at) => suggest(pick(begun, at), 'uz'),
    bare: (at) => [found, ['simple', `${pick(begun, at)}:*`]],
  },
]

const products = (slugs: readonly { slug: string }[]): Asking[] => [
  {
    name: 'product by address',
    ask: (at) => readProduct(pick(slugs, at).slug, 'uz'),
    bare: (at) => ['select * from product where slug = $1', [pick(slugs, at).slug]],
  },
]
