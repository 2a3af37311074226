import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listProducts, readProduct, updateProduct } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

let made = 0
const price = uzs(1_000_000)
const make = async (change: object = {}) =>
  must(await createProduct(teapot({ variants: [{ sku: `D-${++made}`, price, stock: 3 }], ...change }), shopActor))

describe('an address', () => {
  it('given up and taken back leads nowhere else meanwhile, and every other one leads to it', async () => {
    const { id, slug: first } = await make({ title: { uz: 'Lagan katta' } })
    must(await updateProduct(id, { slug: 'second' }, shopActor))
    expect(await readProduct(first, 'uz')).toEqual({ kind: 'moved', slug: 'second' })
    must(await updateProduct(id, { slug: first }, shopActor))
    expect(await readProduct(first, 'uz')).toMatchObject({ kind: 'product' })
    expect(await readProduct('second', 'uz')).toEqual({ kind: 'moved', slug: first })
    must(await updateProduct(id, { slug: 'third' }, shopActor))
    for (const old of [first, 'second']) expect(await readProduct(old, 'uz')).toEqual({ kind: 'moved', slug: 'third' })
    const other = await make({ title: { uz: 'Lagan katta' } })
    expect(other.slug).not.toBe(first)
    expect(await updateProduct(other.id, { slug: first }, shopActor)).toMatchObject({ code: 'slug-taken' })
  })
  it('of each language leads there, and is gone with its product', async () => {
    const product = await make({ title: { uz: 'Kosa', ru: 'Миска' } })
    const ru = product.slugs.ru ?? ''
    must(await updateProduct(product.id, { slugs: { ru: 'miska-2' } }, shopActor))
    for (const old of [ru, product.slug])
      expect(await readProduct(old, 'ru')).toEqual({ kind: 'moved', slug: 'miska-2' })
    expect(await readProduct('miska-2', 'uz')).toEqual({ kind: 'moved', slug: product.slug })
    must(await updateProduct(product.id, { status: 'archived' }, shopActor))
    for (const old of [ru, 'miska-2']) expect(await readProduct(old, 'ru')).toMatchObject({ kind: 'gone' })
  })
})

describe('a code of goods', () => {
  const gtin = '4006381333931'
  const coded = (sku: string, code = gtin) => teapot({ variants: [{ sku, price, gtin: code }] })
  it('stands once in a shop however it is written, and is not taken back by goods that were away', async () => {
    const { id } = must(await createProduct(coded('G-1'), shopActor))
    expect(await createProduct(coded('G-2', `0${gtin}`), shopActor)).toMatchObject({ code: 'gtin-taken' })
    must(await createProduct(coded('G-3'), rivalActor))
    must(await updateProduct(id, { status: 'archived' }, shopActor))
    must(await createProduct(coded('G-4'), shopActor))
    expect(await updateProduct(id, { status: 'active' }, shopActor)).toMatchObject({ code: 'gtin-taken' })
  })
})

describe('a language that goods are not written in', () => {
  it('shows them nowhere', async () => {
    const { id, slug } = await make({ title: { uz: 'Qumgon' }, description: { uz: 'Mis' } })
    for (const locale of ['ru', 'en'] as const) {
      expect(await readProduct(slug, locale)).toEqual({ kind: 'missing' })
      expect((await listProducts({ q: 'qumgon' }, locale)).items).toEqual([])
      const { items } = await listProducts({ category: 'choynak', limit: 100 }, locale)
      expect(items.map((one) => one.id)).not.toContain(id)
    }
  })
  it('is not entered with pictures that nobody has described in it', async () => {
    const key = `u-${'cd'.repeat(16)}`
    await sql.query(
      `insert into file (key, kind, owner, bytes, width, height, state) values ($1, 'picture', 'sho_a', 1, 640, 640, 'ready')`,
      [key],
    )
    const title = { uz: 'Tova', ru: 'Сковорода' }
    const { id } = await make({ title: { uz: 'Tova' }, images: [{ key, alt: { uz: 'Tova oldidan' } }] })
    expect(await updateProduct(id, { title }, shopActor)).toMatchObject({ code: 'picture-text-missing' })
    const images = [{ key, alt: { uz: 'Tova oldidan', ru: 'Сковорода спереди' } }]
    must(await updateProduct(id, { images }, shopActor))
    must(await updateProduct(id, { title }, shopActor))
  })
})
