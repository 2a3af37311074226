import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SellerActor } from '@/lib/auth/schema'
import { createProduct, getSellerProduct, listSellerProducts, putStock, updateProduct } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getLastBulk, listGoodsFilters } from '../queries/goods-desk'
import type { BulkWish } from '../schema'
import { changeGoods } from './bulk-change'
import { removeGoodsFilter, saveGoodsFilter } from './goods-filters'
import { undoBulk } from './undo-bulk'

const person = (id: string, shopId: 'sho_a' | 'sho_b'): SellerActor => ({
  kind: 'user',
  id: `usr_${id}`,
  name: id,
  phone: '+998900000001',
  role: 'seller',
  shopId,
  shopSlug: shopId === 'sho_a' ? 'rishton' : 'chorsu',
})
const seller = person('anna', 'sho_a')
const rival = person('boris', 'sho_b')

let pot = ''
const pots = (skus: string[], change: object = {}) =>
  teapot({
    variants: skus.map((sku, n) => ({ sku, options: { size: `${n}` }, price: uzs(10_000_000), stock: 5 })),
    ...change,
  })

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  pot = must(await createProduct(pots(['A-1', 'A-2']), shopActor)).id
  must(await createProduct(pots(['B-1'], { title: { ru: 'Пиала' }, category: 'idish', status: 'draft' }), shopActor))
  must(await createProduct(pots(['R-1']), rivalActor))
})
afterAll(dropTestDbs)

async function bulk(wish: BulkWish, ...skus: string[]) {
  const id = newId('bch')
  must(await changeGoods({ id, skus, wish }, seller))
  return id
}
const report = async () => {
  const last = await getLastBulk(seller)
  if (!last) throw new Error('no action')
  return last
}
const product = async (id = pot) => {
  const found = await getSellerProduct(id, shopActor)
  if (!found) throw new Error('gone')
  return found
}
const cut = { kind: 'price', basisPoints: -500, strike: false } as const

describe('an action on many goods', () => {
  it('moves prices by percent to whole soʻm, and one click takes it back', async () => {
    const id = await bulk({ ...cut, basisPoints: -333 }, 'A-1', 'A-2')
    expect((await product()).variants.map(({ price }) => price.amount)).toEqual([9_667_000, 9_667_000])
    expect(await report()).toMatchObject({ id, done: 2, refused: [], canUndo: true })
    must(await undoBulk(id, seller))
    expect((await product()).variants.map(({ price }) => price.amount)).toEqual([10_000_000, 10_000_000])
    expect(await report()).toMatchObject({ undone: true, canUndo: false, restored: 2, notRestored: [] })
  })

  it('sent twice is one', async () => {
    const id = await bulk({ kind: 'stock', quantity: 9 }, 'A-1')
    must(await putStock([{ sku: 'A-1', quantity: 7 }], shopActor))
    must(await changeGoods({ id, skus: ['A-1'], wish: { kind: 'stock', quantity: 9 } }, seller))
    expect((await product()).variants[0]?.stock).toBe(7)
  })

  it('tells a row that it refuses and does the others; a foreign SKU is one that never was', async () => {
    await bulk({ kind: 'pause' }, 'A-1', 'A-2', 'B-1', 'R-1', 'nowhere')
    const { done, refused } = await report()
    expect(done).toBe(1)
    expect(refused.map(({ sku, code }) => [sku, code])).toEqual([
      ['B-1', 'wrong-status'],
      ['R-1', 'not-found'],
      ['nowhere', 'not-found'],
    ])
    expect(refused[1]).toMatchObject({ title: null, productId: '' })
    expect((await product()).status).toBe('paused')
  })

  it('undone, overwrites nothing that was changed since', async () => {
    must(await updateProduct(pot, { status: 'active' }, shopActor))
    const id = await bulk({ kind: 'stock', quantity: 40 }, 'A-1', 'A-2')
    must(await putStock([{ sku: 'A-2', quantity: 39 }], shopActor))
    must(await undoBulk(id, seller))
    expect((await product()).variants.map(({ stock }) => stock)).toEqual([7, 39])
    const { restored, notRestored } = await report()
    expect([restored, notRestored.map(({ sku, code }) => [sku, code])]).toEqual([1, [['A-2', 'changed-since']]])
    must(await putStock([{ sku: 'A-1', quantity: 1 }], shopActor))
    must(await undoBulk(id, seller))
    expect((await product()).variants[0]?.stock).toBe(1)
  })

  it('strikes through only what is honest', async () => {
    must(await updateProduct(pot, { variants: [{ sku: 'A-2', price: uzs(12_000_000) }] }, shopActor))
    await bulk({ ...cut, basisPoints: -1000, strike: true }, 'A-1', 'A-2')
    const { done, refused } = await report()
    expect([done, refused.map(({ sku, code }) => [sku, code])]).toEqual([
      0,
      [
        ['A-1', 'false-discount'],
        ['A-2', 'false-discount'],
      ],
    ])
    expect(refused[0]?.lowest).toEqual(uzs(9_667_000))
    expect((await product()).variants[0]?.price.amount).toBe(10_000_000)
  })
})

describe('taking an action back', () => {
  it('shows goods again without another look, as long as nobody has written in them', async () => {
    await sql.query(`update shop set trusted = false where id = 'sho_a'`)
    const first = await bulk({ kind: 'archive' }, 'A-1')
    expect((await product()).status).toBe('archived')
    must(await undoBulk(first, seller))
    expect((await product()).status).toBe('active')
    const second = await bulk({ kind: 'archive' }, 'A-1')
    must(await updateProduct(pot, { title: { uz: 'Boshqa', ru: 'Иное' } }, shopActor))
    must(await undoBulk(second, seller))
    expect((await product()).status).toBe('archived')
    expect((await report()).notRestored).toMatchObject([{ code: 'changed-since' }])
    await sql.query(`update shop set trusted = true where id = 'sho_a'`)
    must(await updateProduct(pot, { status: 'active' }, shopActor))
  })

  it('is for the last one, in time, by whoever did it', async () => {
    const first = await bulk({ kind: 'category', category: 'idish' }, 'A-1')
    expect((await product()).category).toBe('idish')
    expect(await undoBulk(first, rival)).toMatchObject({ code: 'not-found' })
    const second = await bulk(cut, 'A-1')
    expect(await undoBulk(first, seller)).toMatchObject({ code: 'not-last' })
    await sql.query(`update bulk_change set created_at = created_at - interval '11 minutes'`)
    expect(await undoBulk(second, seller)).toMatchObject({ code: 'too-late' })
    expect(await getLastBulk(seller)).toBeNull()
    const third = await bulk({ kind: 'category', category: 'choynak' }, 'A-1')
    must(await undoBulk(third, seller))
    expect((await product()).category).toBe('idish')
  })
})

describe('the list of a shop', () => {
  const skus = async (filter: object) =>
    (await listSellerProducts(filter, seller)).items.map(({ variants }) => variants[0]?.sku)

  it('is narrowed by state, stock, category and words in any script, and knows no other shop', async () => {
    expect(await skus({})).toEqual(['B-1', 'A-1'])
    expect(await skus({ status: 'draft' })).toEqual(['B-1'])
    expect(await skus({ category: 'idish' })).toEqual(['B-1', 'A-1'])
    expect(await skus({ category: 'nowhere' })).toEqual([])
    expect(await skus({ q: 'piala' })).toEqual(['B-1'])
    expect(await skus({ q: 'a-2' })).toEqual(['A-1'])
    expect(await skus({ q: 'R-1' })).toEqual([])
    expect(await skus({ q: '%' })).toEqual([])
    expect(await skus({ stock: 'low' })).toEqual(['A-1'])
    expect(await skus({ stock: 'out' })).toEqual([])
    must(await putStock([{ sku: 'B-1', quantity: 0 }], shopActor))
    expect(await skus({ stock: 'out' })).toEqual(['B-1'])
    expect(await skus({ stock: 'in' })).toEqual(['A-1'])
  })

  it('is kept by name for the one who made it', async () => {
    const id = must(await saveGoodsFilter('Tugagan', { stock: 'out' }, seller))
    expect(must(await saveGoodsFilter('Tugagan', { stock: 'low', q: 'A' }, seller))).toBe(id)
    await removeGoodsFilter(id, rival)
    expect(await listGoodsFilters(seller)).toEqual([{ id, name: 'Tugagan', filter: { stock: 'low', q: 'A' } }])
    expect(await listGoodsFilters(rival)).toEqual([])
    for (let n = 1; n < 20; n++) must(await saveGoodsFilter(`${n}`, {}, seller))
    expect(await saveGoodsFilter('one more', {}, seller)).toMatchObject({ code: 'too-many' })
    await removeGoodsFilter(id, seller)
    expect((await listGoodsFilters(seller)).length).toBe(19)
  })
})
