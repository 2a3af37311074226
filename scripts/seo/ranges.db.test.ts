import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEngineFiles, readFeedItems } from '@/lib/catalog'
import { openMarket } from '@/lib/catalog/market-fixture'
import { RANGE } from '@/lib/catalog/queries/ranges'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { feedAnswer, sitemapAnswer } from '@/lib/seo'
import { readGoogle } from './feed-rules'
import { readUrlSet } from './sitemap-rules'

// Two whole ranges and a little of a third.
const GOODS = 2 * RANGE + 500

const asked: string[] = []

beforeAll(async () => {
  const pool = await testDb()
  await openMarket(sql)
  await sql.query(
    `insert into product (id, shop_id, category_id, category_ids, slug, title, description, images, status, price, in_stock)
     select 'prd_' || n, 'sho_a', 'cat_2', '{cat_1,cat_2}', 'goods-' || n, jsonb_build_object('uz', 'Tovar ' || n),
            jsonb_build_object('uz', repeat('Yaxshi tovar. ', 40)), '[{"key":"choynak-3p0-front"}]', 'active', 100000, true
       from generate_series(1, $1::int) n`,
    [GOODS],
  )
  await sql.query(
    `insert into variant (id, product_id, sku, price) select 'var_' || n, 'prd_' || n, 'SKU-' || n, 100000
       from generate_series(1, $1::int) n`,
    [GOODS],
  )
  await sql.query('analyze product')
  await sql.query('analyze variant')
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown
  pool.query = ((...given: unknown[]) => {
    asked.push(typeof given[0] === 'string' ? given[0] : String((given[0] as { text?: string }).text))
    return query(...given)
  }) as typeof pool.query
})
afterAll(dropTestDbs)

/** What the planner does with the statement that was just asked. */
async function planOf(part: string, params: unknown[]): Promise<string> {
  const statement = asked.findLast((text) => text.includes(part)) ?? ''
  const { rows } = await sql.query<{ 'QUERY PLAN': string }>(`explain ${statement}`, params)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('sitemaps of many goods', () => {
  it('are as many files as there are ranges, found without reading a row', async () => {
    const files = await listEngineFiles()
    expect(files.map(({ part, locale }) => `${part} ${locale}`)).toEqual(['0 uz', '1 uz', '2 uz'])
    const plan = await planOf('as changed', [['uz', 'ru', 'en']])
    expect(plan).toContain('product_range_changed')
    expect(plan).not.toMatch(/Seq Scan on product/)
  })

  const sitemap = async (name: string) =>
    (await sitemapAnswer(new Request(`${env.APP_URL}/sitemaps/${name}`))) ?? Response.error()

  it('hold one range each, below 10 MB and 50,000 addresses', async () => {
    const text = await (await sitemap('products-uz-1.xml')).text()
    const { urls, breaches } = readUrlSet(text)
    expect(breaches).toEqual([])
    expect(urls).toHaveLength(RANGE)
    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000)
    expect(await sitemapAnswer(new Request(`${env.APP_URL}/sitemaps/products-uz-3.xml`))).toBeNull()
    expect(await planOf('as image', [RANGE - 1, 2 * RANGE, 'uz'])).not.toMatch(/Seq Scan on product/)
  })

  it('are read from the database only as fast as they are taken', async () => {
    asked.length = 0
    const answer = await sitemap('products-uz-1.xml')
    const reader = answer.body?.getReader()
    const first = (await reader?.read())?.value?.byteLength ?? 0
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(1_000_000)
    const batches = () => asked.filter((text) => text.includes('as image')).length
    expect(batches()).toBeLessThanOrEqual(3)
    await reader?.cancel()
  })
})

describe('a feed of many goods', () => {
  const feed = async (path: string) =>
    (await feedAnswer(new Request(`${env.APP_URL}/feeds/${path}`))) ?? Response.error()

  it('tells of every variant once, over all its files, each of which names the next', async () => {
    const seen = new Set<string>()
    for (const [path, next] of [
      ['google.xml', 'google-2.xml'],
      ['google-2.xml', 'google-3.xml'],
      ['google-3.xml', null],
    ] as const) {
      const answer = await feed(path)
      expect(answer.headers.get('link')).toBe(next && `<${env.APP_URL}/feeds/${next}>; rel="next"`)
      const { lines, breaches } = readGoogle(await answer.text())
      expect(breaches).toEqual([])
      for (const { id } of lines) seen.add(id)
    }
    expect(seen.size).toBe(GOODS)
  })

  it('is read from the database only as fast as it is taken', async () => {
    asked.length = 0
    const reader = (await feed('google-2.xml')).body?.getReader()
    let largest = 0
    for (let pieces = 0; pieces < 3; pieces++)
      largest = Math.max(largest, (await reader?.read())?.value?.byteLength ?? 0)
    const batches = () => asked.filter((text) => text.includes('cross join lateral')).length
    // One is on its way while the other is taken: whoever stops reading stops the feed.
    expect(batches()).toBeLessThanOrEqual(4)
    expect(largest).toBeLessThan(1_000_000)
    await reader?.cancel()
    const before = batches()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(batches()).toBe(before)
  })

  it('walks its index, a batch at a time', async () => {
    const first = (await readFeedItems(1, 'uz').next()).value as { group: { seq: number } }[]
    expect(first.length).toBeLessThanOrEqual(250)
    expect(first[0]?.group.seq).toBe(RANGE)
    const plan = await planOf('cross join lateral', [RANGE, 2 * RANGE, 'uz'])
    expect(plan).not.toMatch(/Seq Scan on (product|variant)/)
  })
})
