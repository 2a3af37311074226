import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Prepared, sql, type Tx, transact } from '@/lib/kernel/db'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { seededMarket } from '@/lib/search/seeded-market'
import { listProducts } from '../queries/list-products'
import { followProducts, indexProducts } from './index-product'
import { rebuildSearch } from './rebuild-search'
import { settleSearch } from './settle-search'

beforeAll(async () => void (await seededMarket()))
afterAll(dropTestDbs)

type Asked = { text: string; params: unknown[] }

/** Notes every statement; `after` is told of each when it has been answered. */
const watching = (tx: Tx, asked: Asked[], after: (one: Asked) => Promise<void> = async () => {}): Tx => ({
  async query<Row extends object>(statement: string | Prepared, params: unknown[] = []) {
    const answer = await tx.query<Row>(statement, params)
    const one = { text: typeof statement === 'string' ? statement : statement.text, params }
    asked.push(one)
    await after(one)
    return answer
  },
})

const isRead = ({ text }: Asked) => text.includes('jsonb_agg(v.sku)')
const isHeld = ({ text }: Asked) => text.includes('for no key update')
const idsIn = (asked: readonly Asked[]) => asked.flatMap(({ params }) => params[0] as string[])

const someIds = async (count: number, from = 0) =>
  (await sql.query<{ id: string }>('select id from product order by id')).rows
    .slice(from, from + count)
    .map(({ id }) => id)
const rename = (tx: Tx, ids: readonly string[], uz: string) =>
  tx.query('update product set title = title || $2 where id = any($1)', [ids, JSON.stringify({ uz })])
const titles = async (ids: readonly string[]) =>
  (await sql.query<{ title: string }>('select title from search_document where product_id = any($1)', [ids])).rows.map(
    ({ title }) => title.split('\n')[1],
  )

describe('changes of many goods', () => {
  it('are read once and written in as many statements as for a few', async () => {
    const ids = await someIds(600)
    const changed = ids.slice(0, 500)
    await rename(sql, changed, 'Kaptarqanot kosa')
    const asked: Asked[] = []
    await transact((tx) => followProducts(watching(tx, asked), [...ids, ...ids]))
    expect(idsIn(asked.filter(isRead)).sort()).toEqual(ids)
    // What is right already is not held.
    expect(idsIn(asked.filter(isHeld)).sort()).toEqual(changed)
    expect(asked.length).toBeLessThan(20)
    expect(new Set(await titles(changed))).toEqual(new Set(['kaptarqanot kosa']))
    const again: Asked[] = []
    await transact((tx) => followProducts(watching(tx, again), ids))
    expect(again.filter(isHeld)).toEqual([])
  })

  it('are read again where somebody has changed them before they were held', async () => {
    const ids = await someIds(40)
    const raced = ids.slice(0, 3)
    await rename(sql, ids, 'Birinchi nom')
    const asked: Asked[] = []
    const race = async (one: Asked) => {
      if (!isRead(one) || asked.filter(isRead).length > 1) return
      await rename(sql, raced, 'Ikkinchi nom')
      await sql.query('delete from product where id = $1', [ids[39]])
    }
    await transact((tx) => followProducts(watching(tx, asked, race), ids))
    const [first, second, ...others] = asked.filter(isRead).map((one) => idsIn([one]).sort())
    expect([first, second, others]).toEqual([ids, [...raced, ids[39]], []])
    expect(await titles(raced)).toEqual(['ikkinchi nom', 'ikkinchi nom', 'ikkinchi nom'])
    expect(await titles(ids.slice(3, 39))).toEqual(Array.from({ length: 36 }, () => 'birinchi nom'))
    expect(await titles([ids[39] ?? ''])).toEqual([])
  })

  it('are found while they wait in the list, and after it is swept; a rebuild finds nothing to mend', async () => {
    const ids = await someIds(50, 100)
    await settleSearch()
    await rename(sql, ids, 'Zarxal lagan')
    await transact((tx) => indexProducts(tx, ids))
    const found = { value: 50, exact: true }
    expect((await listProducts({ q: 'zarxal' }, 'uz')).total).toEqual(found)
    expect(await settleSearch()).toBeGreaterThan(0)
    expect(await settleSearch()).toBe(0)
    expect((await listProducts({ q: 'zarxal', facets: false }, 'uz')).items.length).toBe(24)
    await transact((tx) => followProducts(tx, []))
    const { changed } = await rebuildSearch()
    expect(changed).toBe(0)
  })
})
