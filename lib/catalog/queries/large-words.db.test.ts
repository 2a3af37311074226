import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { largeMarket, setFront } from '@/lib/search/large-market'
import { chooseFront } from '../commands/choose-front'
import { listProducts } from './list-products'

let pool: pg.Pool
beforeAll(async () => {
  pool = await largeMarket()
}, 120_000)
afterAll(dropTestDbs)

const having = async (word: string, condition = 'true') => {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*) as n from search_document where ${condition} and tsv @@ $1::tsquery`,
    [`'${word}':*`],
  )
  return rows[0]?.n ?? Number.NaN
}

describe('words that many goods have', () => {
  it('beyond the bound say that there are more, and all of it can still be walked to', async () => {
    await chooseFront(4_000)
    const first = await listProducts({ q: 'choynak' }, 'uz')
    expect(first.total.exact || first.facetsExact).toBe(false)
    const seen = new Set<string>()
    let cursor: string | null | undefined
    for (let pages = 0; pages < 60 && cursor !== null; pages += 1) {
      const { items, nextCursor } = await listProducts(
        { q: 'choynak', limit: 100, facets: false, ...(cursor && { cursor }) },
        'uz',
      )
      for (const { id } of items) expect(seen.has(id)).toBe(false)
      for (const { id } of items) seen.add(id)
      cursor = nextCursor
    }
    expect(seen.size).toBeGreaterThanOrEqual(await having('choynak'))
  })

  it('are not counted whole where what sells best lets expect far more than the bound', async () => {
    await setFront(pool, 1_000, 100)
    expect(await having('choy')).toBeGreaterThan(2_000)
    const front = await having('choy', 'front')
    expect((await listProducts({ q: 'choy' }, 'uz')).total).toEqual({ value: front, exact: false })
  }, 60_000)

  it.each(['choynak', 'kosa'])('are counted where it does not: %s', async (q) => {
    const { total } = await listProducts({ q }, 'uz')
    expect(total).toEqual({ value: await having(q), exact: true })
  })

  it('are first looked for among what sells best of all, wherever it is kept', async () => {
    await setFront(pool, 12_000, 100)
    const { rows } = await pool.query<{ id: string; place: number }>(
      `with risen as (
         update search_document set head = true where product_id = (
           select product_id from search_document where front and not head and tsv @@ 'choynak:A' limit 1)
         returning product_id)
       select product_id as id, (select count(*) from search_document where front and tsv @@ 'choynak') as place from risen`,
    )
    const { id, place } = rows[0] ?? { id: '', place: 0 }
    // Whoever reads no more than are ranked, row by row, never comes to it.
    expect(place).toBeGreaterThan(300)
    await pool.query('update product set sold_count = 1000000 where id = $1', [id])
    const { total, items } = await listProducts({ q: 'choynak' }, 'uz')
    expect(total.exact).toBe(false)
    expect(items.map((item) => item.id)).toContain(id)
  }, 60_000)
})
