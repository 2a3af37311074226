import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { order, seedMarket } from '@/lib/order/test-market'
import { commissionFor } from './commission'
import { listCommissions, setCommission } from './commission-rules'

const operator = { kind: 'system', id: 'test' } as const

beforeAll(async () => {
  const pool = await testDb()
  await seedMarket(pool)
  await pool.query(`insert into category (id, parent_id, slug, name, path)
                    values ('cat_2', 'cat_1', 'teapots', '{"uz":"Choynak"}', '{dishes,teapots}')`)
})
afterAll(dropTestDbs)

const bpOf = async (shopId: string, ...categoryIds: string[]) =>
  (await commissionFor(sql, [{ shopId, categoryIds }]))[0]?.bp

describe('commission rules', () => {
  it('are inherited down the tree, and the nearest category counts', async () => {
    must(await setCommission({ category: 'dishes', bp: 800 }, operator))
    expect(await bpOf('sho_a', 'cat_2', 'cat_1')).toBe(800)
    must(await setCommission({ category: 'teapots', bp: 500 }, operator))
    expect(await bpOf('sho_a', 'cat_2', 'cat_1')).toBe(500)
    expect(await bpOf('sho_b', 'cat_2', 'cat_1')).toBe(725)
    must(await setCommission({ shop: 'beta', category: 'dishes', bp: 300 }, operator))
    expect(await bpOf('sho_b', 'cat_2', 'cat_1')).toBe(300)
    expect(await bpOf('sho_a', 'cat_9')).toBe(1_000)
  })

  it('count from their first day to their last', async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString()
    must(await setCommission({ shop: 'alfa', bp: 111, from: soon }, operator))
    expect(await bpOf('sho_a')).toBe(1_000)
    const moment = new Date(Date.now() + 1_500).toISOString()
    must(await setCommission({ shop: 'alfa', bp: 222, to: moment }, operator))
    expect(await bpOf('sho_a')).toBe(222)
    await new Promise((done) => setTimeout(done, 1_700))
    expect(await bpOf('sho_a')).toBe(1_000)
  })

  it('are numbered one by one, also when ten people write at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => setCommission({ shop: 'beta', bp: n }, operator)))
    const { rows } = await sql.query<{ version: number }>(
      `select version from commission_rule where shop_id = 'sho_b' and category_id is null order by version`,
    )
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1))
    const active = (await listCommissions(operator))?.filter(
      ({ shop, category, active }) => active && shop === 'Beta' && !category,
    )
    expect(active).toHaveLength(1)
  })

  it('are the operator’s to write and to read', async () => {
    const seller = { kind: 'shop', shopId: 'sho_a', keyId: 'k', scopes: [] } as const
    expect(await setCommission({ bp: 0 }, { ...seller, scopes: [] })).toMatchObject({ code: 'forbidden' })
    expect(await listCommissions({ ...seller, scopes: [] })).toBeNull()
    expect(await setCommission({ shop: 'nobody', bp: 0 }, operator)).toMatchObject({ code: 'unknown-shop' })
    expect(await setCommission({ bp: 0, min: 5, max: 4 }, operator)).toMatchObject({ code: 'wrong-range' })
  })

  it('are frozen into the line with their version', async () => {
    must(await setCommission({ shop: 'alfa', bp: 1_000, fixed: 5_000, min: 2_000_000 }, operator))
    const { orderId } = await order({ var_a1: 2 })
    must(await setCommission({ shop: 'alfa', bp: 9_000 }, operator))
    const { rows } = await sql.query<{ line: { commission: object; commissionRule: object } }>(
      `select data->'parcels'->0->'lines'->0 as line from event where stream_id = $1 and version = 1`,
      [`order-${orderId}`],
    )
    expect(rows[0]?.line).toMatchObject({
      commission: { amount: 4_000_000 },
      commissionRule: { bp: 1_000, fixed: 5_000, min: 2_000_000, max: null },
    })
  })
})
