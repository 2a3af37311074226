import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRange } from '@/lib/kernel/number-range'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { largeMarket } from '@/lib/search/large-market'
import { pauseIndexes, resumeIndexes } from '@/prisma/seed/pause-indexes'
import { countFacets } from '../commands/count-facets'
import { facetsOf } from '../facet-key'
import type { ListFilter, ProductList } from '../schema'
import { listProducts } from './list-products'
import { plansOf } from './plans-fixture'

let pool: pg.Pool
beforeAll(async () => {
  pool = await largeMarket(12)
}, 120_000)
afterAll(dropTestDbs)

const fitting = async (...conditions: string[]) => {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*) as n from product p
      where ${["p.status = 'active'", "'uz' = any(p.locales)", ...conditions].join(' and ')}`,
  )
  return Number(rows[0]?.n)
}
const between = (low: number, high: number) =>
  `jsonb_typeof(attributes -> 'power') = 'number' and (attributes ->> 'power')::numeric between ${low} and ${high}`
const within = (slug: string) => `category_ids @> array[(select id from category where slug = '${slug}')]`
const list = (filter: ListFilter) => listProducts({ limit: 100, ...filter }, 'uz')
const counted = (n: number) => (n > 1000 ? { value: 1000, exact: false } : { value: n, exact: true })
const barsOf = (found: ProductList) => found.facets.find(({ code }) => code === 'power')

describe('a range of numbers', () => {
  it.each([
    ['15..2000', 15, 2000],
    ['2000..15', 15, 2000],
    ['12..12', 12, 12],
    ['1801..', 1801, 1e12],
    ['..11.5', -1e12, 11.5],
  ])('given %s, then goods fit whose number lies between, both ends with it', async (range, low, high) => {
    const n = await fitting(between(low, high))
    expect(n).toBeGreaterThan(0)
    expect((await list({ attributes: { power: [range] } })).total).toEqual(counted(n))
    const some = await list({ attributes: { power: [range] }, category: 'maishiy-texnika' })
    expect(some.total).toEqual(counted(await fitting(between(low, high), within('maishiy-texnika'))))
  })

  it('given two ranges, then either will do; given another attribute, then both must', async () => {
    const either = `(${between(4, 5)} or ${between(1600, 1800)})`
    const two = { power: ['4..5', '1600..1800'] }
    expect((await list({ attributes: two })).total).toEqual(counted(await fitting(either)))
    const both = await list({ attributes: { ...two, material: ['steel'] } })
    const n = await fitting(either, `facets @> '{material=steel}'`)
    expect(n).toBeGreaterThan(0)
    expect(both.total).toEqual(counted(n))
  })

  it('given words, then of what they mean', async () => {
    const all = await list({ q: 'elektr choynak' })
    const some = await list({ q: 'elektr choynak', attributes: { power: ['2000..2200'] } })
    expect(some.total.value).toBeGreaterThan(0)
    expect(some.total.value).toBeLessThan(all.total.value)
    expect(barsOf(some)?.values.length).toBeGreaterThan(1)
  })

  it('the bars do not mind their own range, and each says what it brings', async () => {
    const found = await list({ category: 'stol-chiroqlari', attributes: { power: ['11..12'], material: ['ceramic'] } })
    const bars = barsOf(found)
    expect(bars).toMatchObject({ label: 'Quvvati', range: { min: 9, max: 15, unit: 'Vt' } })
    expect(bars?.values).toHaveLength(4)
    for (const { value, count } of bars?.values ?? []) {
      const { from, to } = readRange(value) ?? {}
      const other = await fitting(
        within('stol-chiroqlari'),
        between(from ?? 0, to ?? 0),
        `facets @> '{material=ceramic}'`,
      )
      expect(count).toBe(other)
    }
  })
})

describe('in a leaf of many goods of many powers', () => {
  beforeAll(async () => {
    const keys = Array.from({ length: 400 }, (_, at) => facetsOf({ power: 100 + 7 * at }, [], new Set(['power'])))
    const client = await pool.connect()
    await client.query('set statement_timeout = 0')
    await pauseIndexes(client)
    await client.query(
      `update product p set category_id = c.id, category_ids = c.path,
              attributes = p.attributes || jsonb_build_object('power', 100 + 7 * (p.seq % 400)),
              facets = array(select f from unnest(p.facets) f where f !~ '^power[=~]'
                             union select jsonb_array_elements_text(k.keys) order by 1)
         from (select c.id, array(select b.id from category b where b.slug = any(c.path)) as path
                 from category c where c.slug = 'elektr-choynaklar') c,
              jsonb_array_elements($1::jsonb) with ordinality k(keys, n)
        where k.n = p.seq % 400 + 1`,
      [JSON.stringify(keys)],
    )
    await resumeIndexes(client, () => undefined)
    client.release(true)
    await pool.query('vacuum analyze product')
    await countFacets()
  }, 60_000)
  const leaf = 'elektr-choynaklar'

  it.each([
    ['few', '1000..1100'],
    ['less than a step', '1001..1010'],
    ['most', '200..'],
  ])('given a range of %s of them, then lists of its own or the order of the list are walked', async (_, range) => {
    const asked = { category: leaf, attributes: { power: [range] } }
    const plans = await plansOf(pool, () => list(asked))
    expect(plans).toMatch(/Index.* (on|using) (product_facets_within|product_category_popular)/)
    expect(plans).not.toMatch(/Seq Scan on (product|search_document|variant)\b/)
    const { from, to } = readRange(range) ?? {}
    const n = await fitting(between(from ?? 0, to ?? 1e12))
    expect(n).toBeGreaterThan(0)
    expect((await list(asked)).total).toEqual(counted(n))
  })

  it('given a range that most lie in, then every page fits and none comes twice', async () => {
    const seen = new Set<string>()
    let cursor: string | null | undefined
    for (let page = 0; page < 5; page += 1) {
      const found = await list({ category: leaf, attributes: { power: ['200..'] }, ...(cursor && { cursor }) })
      for (const { id } of found.items) seen.add(id)
      cursor = found.nextCursor
    }
    expect(seen.size).toBe(500)
    expect(await fitting(`id = any('{${[...seen].join(',')}}')`, between(200, 1e12))).toBe(500)
  })

  it('the whole range is shown in at most twelve bars of the sample', async () => {
    const bars = barsOf(await list({ category: leaf }))
    expect(bars?.range).toMatchObject({ min: 100, max: 2893 })
    expect(bars?.values.length).toBeLessThanOrEqual(12)
  })
})
