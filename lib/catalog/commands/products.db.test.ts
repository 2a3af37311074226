import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket, rivalActor, shopActor, teapot, uzs } from '../market-fixture'
import { listProducts } from '../queries/list-products'
import { readCategoryPage } from '../queries/read-category-page'
import { readHome } from '../queries/read-home'
import { readProduct } from '../queries/read-product'
import { readShopPage } from '../queries/read-shop-page'
import { readSimilar } from '../queries/read-similar'
import { getSellerProduct, listSellerProducts } from '../queries/seller-products'
import { createProduct } from './create-product'
import { putStock } from './put-stock'
import { updateProduct } from './update-product'

let id = ''

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  id = must(await createProduct(teapot(), shopActor)).id
})
afterAll(dropTestDbs)

describe('a seller’s product', () => {
  it('is on sale at once, priced by its lowest variant', async () => {
    const answer = await readProduct('choynak-paxta-gulli', 'uz')
    expect(answer).toMatchObject({
      kind: 'product',
      product: { price: { amount: 11_000_000 }, inStock: true, crumbs: [{ slug: 'idish' }, { slug: 'choynak' }] },
    })
    expect(answer.kind === 'product' && answer.product.axes[0]?.values[0]).toMatchObject({
      label: 'Zangori',
      colour: '#1c43a6',
    })
  })

  it('stands in its category, the one above, its shop and on the front page', async () => {
    expect((await readCategoryPage(['idish'], 1, 'ru'))?.items[0]?.title).toBe('Чайник «Хлопок»')
    expect(await readCategoryPage(['idish'], 2, 'uz')).toBeNull()
    expect(await readCategoryPage(['choynak'], 1, 'uz')).toBeNull()
    expect((await readShopPage('rishton', 1, 'ru'))?.total).toBe(1)
    expect((await readHome('uz')).popular).toHaveLength(1)
    expect(await readSimilar('choynak-paxta-gulli', 'uz')).toEqual([])
  })

  it.each(['choynak', "qo'lda", 'чойнак', 'чайник', 'paxt', 'choinak'])('is found by «%s»', async (q) => {
    expect((await listProducts({ q }, 'uz')).items.map((item) => item.id)).toEqual([id])
  })

  it('is filtered by options, price and category, and counted', async () => {
    const found = await listProducts(
      { category: 'idish', attributes: { colour: ['cobalt'] }, priceMax: 11_000_000 },
      'ru',
    )
    expect(found).toMatchObject({ total: { value: 1, exact: true }, nextCursor: null })
    expect(found.facets[0]?.values).toContainEqual({
      value: 'cobalt',
      label: 'Кобальтовый',
      count: 1,
      colour: '#1c43a6',
    })
    expect((await listProducts({ priceMin: 11_000_001 }, 'ru')).items).toEqual([])
    expect((await listProducts({ category: 'yoq' }, 'ru')).items).toEqual([])
  })

  it('gets another shop’s code with the shop before it, and refuses its own twice', async () => {
    const made = must(await createProduct(teapot(), rivalActor))
    expect(made.variants.map((variant) => variant.sku)).toEqual(['chorsu-CH-1', 'chorsu-CH-2'])
    expect(made.slug).toMatch(/^choynak-paxta-gulli-/)
    expect(await createProduct(teapot(), rivalActor)).toMatchObject({ ok: false, code: 'sku-taken' })
  })

  it('is not there for another shop', async () => {
    expect(await getSellerProduct(id, rivalActor)).toBeNull()
    expect(await updateProduct(id, { status: 'archived' }, rivalActor)).toMatchObject({ code: 'not-found' })
    expect((await listSellerProducts({}, shopActor)).items).toHaveLength(1)
  })

  it('changes what is named and leaves the rest, and its old address leads on', async () => {
    const patch = { slug: 'choynak-yangi', variants: [{ sku: 'CH-2', price: uzs(10_000_000) }] }
    const after = must(await updateProduct(id, patch, shopActor))
    expect(after.price.amount).toBe(10_000_000)
    expect(after.variants.map(({ sku, stock }) => [sku, stock])).toEqual([
      ['CH-1', 5],
      ['CH-2', 1],
    ])
    expect(await readProduct('choynak-paxta-gulli', 'uz')).toEqual({ kind: 'moved', slug: 'choynak-yangi' })
  })

  it('sells what the shop says it has', async () => {
    must(
      await putStock(
        [
          { sku: 'CH-1', quantity: 0 },
          { sku: 'CH-2', quantity: 0 },
        ],
        shopActor,
      ),
    )
    expect(await readProduct('choynak-yangi', 'uz')).toMatchObject({ product: { inStock: false } })
    expect(
      await putStock(
        [
          { sku: 'CH-1', quantity: 3 },
          { sku: 'chorsu-CH-2', quantity: 9 },
        ],
        shopActor,
      ),
    ).toMatchObject({
      code: 'not-found',
      detail: { skus: ['chorsu-CH-2'] },
    })
  })

  it('is gone when archived', async () => {
    must(await updateProduct(id, { status: 'archived' }, shopActor))
    expect(await readProduct('choynak-yangi', 'uz')).toMatchObject({ kind: 'gone', title: expect.any(String) })
  })

  it('is listed once on pages that follow each other', async () => {
    for (const n of [1, 2, 3, 4, 5])
      must(await createProduct(teapot({ variants: [{ sku: `P-${n}`, price: uzs(n * 100) }] }), shopActor))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listProducts({ sort: '-price', limit: 2, cursor }, 'uz')
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })
})
