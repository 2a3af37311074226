import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket, shopActor, teapot, uzs } from '../market-fixture'
import { quoteGoods } from '../queries/quote-lines'
import { readProduct } from '../queries/read-product'
import { getSellerProduct } from '../queries/seller-products'
import { applyPriceList, sweepPriceLists } from './apply-price-lists'
import { createProduct } from './create-product'
import { createPriceList, endPriceList } from './price-lists'
import { updateProduct } from './update-product'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

let n = 0
const goods = async (price = 10_000_000) => {
  const sku = `PR-${++n}`
  const title = { uz: `Choynak ${sku}` }
  const made = must(
    await createProduct(teapot({ title, variants: [{ sku, options: {}, price: uzs(price), stock: 50 }] }), shopActor),
  )
  return { id: made.id, slug: made.slug, sku, variantId: made.variants[0]?.id ?? '' }
}

const price = (id: string, sku: string, amount: number, was?: number | null) =>
  updateProduct(
    id,
    {
      variants: [
        { sku, price: uzs(amount), ...(was === undefined ? {} : { compareAtPrice: was === null ? null : uzs(was) }) },
      ],
    },
    shopActor,
  )

const history = async (variantId: string) =>
  (
    await sql.query<{ was: number; price: number }>(
      'select was, price from price_history where variant_id = $1 order by id',
      [variantId],
    )
  ).rows

const shown = async (id: string) => (await getSellerProduct(id, shopActor))?.variants[0]
const quoted = async (variantId: string, quantity = 1) =>
  must(await quoteGoods(sql, [{ variantId, quantity }]))[0]?.price.amount
/** The clock of a list is the database's: moves its times, never the clock. */
const move = (list: string, from: string, to: string | null) =>
  sql.query(
    `update price_list set valid_from = now() + $2::interval, valid_to = now() + $3::interval, state = 'planned' where id = $1`,
    [list, from, to],
  )
const soon = () => new Date(Date.now() + 3_600_000)

describe('the history of prices', () => {
  it('has one row a change, whoever makes it, and nobody can rewrite it', async () => {
    const { id, sku, variantId } = await goods()
    must(await price(id, sku, 9_000_000))
    must(await price(id, sku, 9_000_000))
    await sql.query('update variant set price = 8000000 where id = $1', [variantId])
    expect(await history(variantId)).toEqual([
      { was: 10_000_000, price: 9_000_000 },
      { was: 9_000_000, price: 8_000_000 },
    ])
    for (const text of ['update price_history set was = 1', 'delete from price_history'])
      await expect(sql.query(text)).rejects.toThrow('append only')
  })
})

describe('a strike-through', () => {
  it('is refused with the true figure, and kept with its reference where it is honest', async () => {
    const { id, sku, slug } = await goods()
    expect(await price(id, sku, 8_000_000, 12_000_000)).toMatchObject({
      ok: false,
      code: 'false-discount',
      detail: { discounts: [{ sku, lowest: uzs(10_000_000) }] },
    })
    must(await price(id, sku, 8_000_000, 10_000_000))
    must(await price(id, sku, 7_000_000))
    const answer = await readProduct(slug, 'uz')
    const variant = answer.kind === 'product' ? answer.product.variants[0] : undefined
    expect(variant).toMatchObject({ compareAt: { amount: 10_000_000 }, reference: { amount: 10_000_000 } })
    expect(await price(id, sku, 9_000_000)).toMatchObject({ code: 'false-discount' })
    must(await price(id, sku, 9_000_000, null))
  })

  it('needs an earlier price, and cannot be made by a short rise', async () => {
    const variants = [{ sku: 'PR-NEW', options: {}, price: uzs(100), compareAtPrice: uzs(200), stock: 1 }]
    expect(await createProduct(teapot({ variants }), shopActor)).toMatchObject({
      code: 'false-discount',
      detail: { discounts: [{ sku: 'PR-NEW', lowest: null }] },
    })
    const { id, sku } = await goods()
    must(await price(id, sku, 20_000_000))
    expect(await price(id, sku, 10_000_000, 20_000_000)).toMatchObject({ code: 'false-discount' })
  })
})

describe('a price list', () => {
  const list = async (sku: string, amount: number, compareAt?: number) =>
    must(
      await createPriceList({ name: 'Navroʻz', from: soon(), entries: [{ sku, price: amount, compareAt }] }, shopActor),
    ).id

  it('counts by its times alone: a late job makes no price wrong', async () => {
    const { sku, variantId } = await goods()
    const id = await list(sku, 7_000_000, 10_000_000)
    expect(await quoted(variantId)).toBe(10_000_000)
    await move(id, '-1 minute', '1 hour')
    expect(await quoted(variantId)).toBe(7_000_000)
    await move(id, '-1 hour', '-1 minute')
    expect(await quoted(variantId)).toBe(10_000_000)
  })

  it('is shown when it begins and gone when it ends, however often and by however many it is told', async () => {
    const { id: product, sku, variantId } = await goods()
    const id = await list(sku, 7_000_000, 10_000_000)
    await sweepPriceLists()
    expect((await shown(product))?.inForce).toBeNull()
    await move(id, '-1 minute', '1 hour')
    await Promise.all([sweepPriceLists(), sweepPriceLists(), applyPriceList({ listId: id })])
    expect(await shown(product)).toMatchObject({
      price: { amount: 10_000_000 },
      inForce: { price: { amount: 7_000_000 }, compareAtPrice: { amount: 10_000_000 } },
    })
    must(await price(product, sku, 9_500_000))
    expect(await quoted(variantId)).toBe(7_000_000)
    must(await endPriceList(id, shopActor))
    await Promise.all([applyPriceList({ listId: id }), sweepPriceLists()])
    expect(await shown(product)).toMatchObject({ price: { amount: 9_500_000 }, inForce: null })
    expect(await history(variantId)).toEqual([
      { was: 10_000_000, price: 7_000_000 },
      { was: 7_000_000, price: 9_500_000 },
    ])
    const { rows } = await sql.query(`select from event where stream_id = $1 and type = 'ProductChanged'`, [
      `product-${product}`,
    ])
    expect(rows).toHaveLength(4)
  })

  it('strikes through no more than is true on its day', async () => {
    const { id: product, sku } = await goods()
    const id = await list(sku, 6_000_000, 10_000_000)
    must(await price(product, sku, 8_000_000))
    await move(id, '-1 minute', null)
    await sweepPriceLists()
    expect((await shown(product))?.inForce?.compareAtPrice?.amount).toBe(8_000_000)
  })

  it('gives way to the one that began later', async () => {
    const { sku, variantId } = await goods()
    const [first, second] = [await list(sku, 7_000_000), await list(sku, 8_000_000)]
    await move(first, '-1 hour', null)
    await move(second, '-1 minute', '1 hour')
    expect(await quoted(variantId)).toBe(8_000_000)
    await move(second, '-2 hours', null)
    expect(await quoted(variantId)).toBe(7_000_000)
  })

  it('is refused whole for a foreign SKU, a false old price or a time that is over', async () => {
    const { sku } = await goods()
    const made = (entries: { sku: string; price: number; compareAt?: number }[], to?: Date) =>
      createPriceList({ name: 'X', from: soon(), to, entries }, shopActor)
    expect(await made([{ sku: 'NOBODYS', price: 1 }])).toMatchObject({ detail: { skus: ['NOBODYS'] } })
    expect(await made([{ sku, price: 5_000_000, compareAt: 11_000_000 }])).toMatchObject({ code: 'false-discount' })
    expect(await made([{ sku, price: 5_000_000 }], new Date(0))).toMatchObject({ code: 'not-in-future' })
  })
})

describe('quantities', () => {
  it('a tier lowers the price from its number on, and never raises it', async () => {
    const { id, sku, variantId } = await goods()
    const tiers = [
      { from: 10, price: 9_000_000 },
      { from: 50, price: 8_000_000 },
    ]
    must(await updateProduct(id, { variants: [{ sku, tiers, minOrder: 5, multiple: 5 }] }, shopActor))
    expect([await quoted(variantId, 5), await quoted(variantId, 10), await quoted(variantId, 55)]).toEqual([
      10_000_000, 9_000_000, 8_000_000,
    ])
    must(await price(id, sku, 8_500_000))
    expect([await quoted(variantId, 10), await quoted(variantId, 50)]).toEqual([8_500_000, 8_000_000])
    expect(await shown(id)).toMatchObject({ minOrder: 5, multiple: 5, tiers: [{ from: 10 }, { from: 50 }] })
  })
})
