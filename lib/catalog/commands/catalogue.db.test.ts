import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket, rivalActor, shopActor, teapot, uzs } from '../market-fixture'
import { readCategoryAddress } from '../queries/category-address'
import { readRulesOf } from '../queries/category-rules'
import { listProducts } from '../queries/list-products'
import { readProduct } from '../queries/read-product'
import { listReviewQueue } from '../queries/review-queue'
import { listSameGoods } from '../queries/same-goods'
import { getSellerProduct } from '../queries/seller-products'
import { createProduct } from './create-product'
import { attachAttribute, saveAttribute } from './edit-attribute'
import { saveCategory } from './edit-category'
import { reviewProduct } from './review-product'
import { updateProduct } from './update-product'

const operator = { kind: 'user', id: 'usr_op', role: 'staff', name: 'Operator' } as unknown as Actor
const variant = (sku: string, more: object = {}) => ({ sku, price: uzs(1_000_000), stock: 1, ...more })
const make = (sku: string, change: object = {}) => teapot({ variants: [variant(sku)], ...change })

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

describe('addresses', () => {
  it('are made for each language; any other address of the product leads to the right one', async () => {
    const made = must(await createProduct(make('A-1'), shopActor))
    expect(made.slug).toBe('choynak-paxta-gulli')
    const ru = made.slugs.ru ?? ''
    expect(ru).not.toBe(made.slug)
    expect(await readProduct(ru, 'ru')).toMatchObject({ kind: 'product', product: { slugs: { uz: made.slug, ru } } })
    expect(await readProduct(made.slug, 'ru')).toEqual({ kind: 'moved', slug: ru })
    expect(await readProduct(made.slug, 'en')).toEqual({ kind: 'missing' })
    expect((await listProducts({ q: 'choynak' }, 'en')).items).toEqual([])
    expect((await listProducts({ q: 'choynak' }, 'ru')).items[0]?.slug).toBe(ru)
  })

  it('lead on for ever, and nobody else gets them', async () => {
    const made = must(await createProduct(make('A-2', { title: { uz: 'Lagan', ru: 'Ляган' } }), shopActor))
    const [uz, ru] = [made.slug, made.slugs.ru ?? '']
    must(await updateProduct(made.id, { slug: 'lagan-yangi', slugs: { ru: 'lyagan-novyy' } }, shopActor))
    expect(await readProduct(uz, 'uz')).toEqual({ kind: 'moved', slug: 'lagan-yangi' })
    expect(await readProduct(ru, 'ru')).toEqual({ kind: 'moved', slug: 'lyagan-novyy' })
    const other = must(await createProduct(make('A-3'), rivalActor))
    expect(await updateProduct(other.id, { slugs: { ru } }, rivalActor)).toMatchObject({ code: 'slug-taken' })
  })

  it('asked for by many at once are given once each', async () => {
    const title = { uz: 'Bir xil nom' }
    const made = await Promise.all([1, 2, 3, 4, 5].map((n) => createProduct(make(`R-${n}`, { title }), shopActor)))
    expect(new Set(made.map((one) => must(one).slug)).size).toBe(5)
  })
})

describe('codes of goods', () => {
  const gtin = '4006381333931'

  it('stand once in a shop; another shop is named to the seller', async () => {
    must(await createProduct(make('G-1', { variants: [variant('G-1', { gtin })] }), shopActor))
    const again = make('G-2', { variants: [variant('G-2', { gtin })] })
    expect(await createProduct(again, shopActor)).toMatchObject({
      code: 'gtin-taken',
      detail: { fields: [{ field: 'variants.G-2.gtin' }] },
    })
    const rival = must(await createProduct(again, rivalActor))
    expect(await listSameGoods(rival)).toMatchObject([{ gtin, shop: 'Rishton' }])
  })
})

describe('attributes of a category', () => {
  it('are inherited, required further down, and read by their type', async () => {
    const name = { uz: 'Quvvati', ru: 'Мощность', en: 'Power' }
    const power = { code: 'power', name, type: 'number' as const, unit: 'W', filterable: false, options: {} }
    must(await saveAttribute(power, operator))
    must(await attachAttribute({ category: 'idish', code: 'power', required: false, attached: true }, operator))
    expect(await readRulesOf('choynak')).toMatchObject([{ code: 'power', required: false, from: 'idish' }])
    must(await attachAttribute({ category: 'choynak', code: 'power', required: true, attached: true }, operator))
    expect(await readRulesOf('choynak')).toMatchObject([{ code: 'power', required: true, from: 'idish' }])
    expect((await readRulesOf('idish'))[0]?.required).toBe(false)
    expect(await createProduct(make('P-1'), shopActor)).toMatchObject({
      code: 'not-ready',
      detail: { fields: [{ field: 'attributes.power', problem: 'required' }] },
    })
    expect(await createProduct(make('P-1', { attributes: { power: 'kuchli' } }), shopActor)).toMatchObject({
      code: 'invalid-fields',
    })
    const made = must(await createProduct(make('P-1', { attributes: { power: '1 500' }, brand: 'Artel' }), shopActor))
    expect(made).toMatchObject({ attributes: { power: 1500, brand: 'Artel' }, brand: 'Artel' })
    expect(await saveAttribute({ ...power, type: 'text' }, operator)).toMatchObject({ code: 'type-fixed' })
    must(await attachAttribute({ category: 'choynak', code: 'power', required: false, attached: false }, operator))
  })

  it('and categories are the operator’s alone', async () => {
    const input = { category: 'idish', code: 'power', required: true, attached: true }
    expect(await attachAttribute(input, shopActor)).toMatchObject({ code: 'forbidden' })
  })
})

describe('a category', () => {
  it('that is renamed or moved takes everything below along and leaves its address behind', async () => {
    const name = { uz: 'Idishlar', ru: 'Посуда', en: 'Tableware' }
    must(await saveCategory({ id: 'cat_1', parent: null, slug: 'idishlar', name, position: 1 }, operator))
    expect(await readCategoryAddress(['idish'])).toEqual(['idishlar'])
    expect(await readCategoryAddress(['idish', 'choynak'])).toEqual(['idishlar', 'choynak'])
    const circle = { id: 'cat_1', parent: 'choynak', slug: 'idishlar', name, position: 1 }
    expect(await saveCategory(circle, operator)).toMatchObject({ code: 'circle' })
    must(await saveCategory({ id: 'cat_2', parent: null, slug: 'choynak', name, position: 2 }, operator))
    expect(await readCategoryAddress(['idishlar', 'choynak'])).toEqual(['choynak'])
    expect((await listProducts({ category: 'idishlar' }, 'uz')).items).toEqual([])
  })
})

describe('a shop that is not trusted', () => {
  it('is shown once the operator agrees, and learns what to change', async () => {
    await sql.query("update shop set trusted = false where id = 'sho_b'")
    const made = must(await createProduct(make('W-1'), rivalActor))
    expect(made.status).toBe('review')
    expect((await listReviewQueue('uz', operator))?.map(({ id }) => id)).toContain(made.id)
    expect(await listReviewQueue('uz', rivalActor)).toBeNull()
    const back = { productId: made.id, approve: false as const, words: 'Rasm kerak' }
    must(await reviewProduct(back, operator))
    expect(await getSellerProduct(made.id, rivalActor)).toMatchObject({ status: 'draft', reviewNote: 'Rasm kerak' })
    must(await updateProduct(made.id, { status: 'active' }, rivalActor))
    must(await reviewProduct({ productId: made.id, approve: true }, operator))
    expect(await readProduct(made.slug, 'uz')).toMatchObject({ kind: 'product', product: { status: 'active' } })
    must(await updateProduct(made.id, { status: 'paused' }, rivalActor))
    expect(await readProduct(made.slug, 'uz')).toMatchObject({ product: { status: 'paused', inStock: false } })
    must(await updateProduct(made.id, { status: 'active' }, rivalActor))
    expect(await updateProduct(made.id, { status: 'archived' }, rivalActor)).toMatchObject({ ok: true })
    expect(await readProduct(made.slug, 'uz')).toMatchObject({ kind: 'gone' })
  })
})
