import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { largeMarket } from '@/lib/search/large-market'
import { listProducts } from './list-products'
import { plansOf } from './plans-fixture'
import { readCategoryPage } from './read-category-page'
import { readProduct } from './read-product'
import { readShopPage } from './read-shop-page'
import { suggest } from './suggest'

let pool: pg.Pool
beforeAll(async () => {
  pool = await largeMarket()
}, 120_000)
afterAll(dropTestDbs)

const three = { colour: ['cobalt'], volume: ['1.2'], material: ['porcelain'] }

describe('in a large market, with the planner left alone', () => {
  it.each([
    [
      'the page of a leaf',
      () => readCategoryPage(['oshxona', 'pichoqlar', 'chust-pichoqlari'], 1, 'uz'),
      'product_category_popular',
    ],
    ['the page of a branch', () => readCategoryPage(['oshxona'], 1, 'uz'), 'product_(popular|category_ids)'],
    ['a shop', () => readShopPage('rishton-kulol', 3, 'uz'), 'product_shop_popular'],
    ['a product', () => readProduct('adras-chopon-chorsu', 'uz'), 'product_slug'],
    ['two words with counts', () => listProducts({ q: 'rishton choynagi' }, 'uz'), 'search_document_tsv'],
    ['three facets with counts', () => listProducts({ attributes: three }, 'uz'), 'product_facets'],
    ['words and facets', () => listProducts({ q: 'choynak', attributes: three }, 'uz'), 'search_document_tsv'],
    ['a letter wrong', () => listProducts({ q: 'choinak' }, 'uz'), 'search_word_spellings'],
    ['suggestions', () => suggest('choyn', 'uz'), 'search_document_tsv'],
    [
      'the cheapest of a branch',
      () => listProducts({ category: 'oshxona', sort: 'price' }, 'uz'),
      'product_(price|category_ids)',
    ],
  ])('%s walks an index and reads no table from end to end', async (_, work, index) => {
    const plans = await plansOf(pool, work)
    expect(plans).toMatch(new RegExp(`Index.* (on|using) ${index}`))
    expect(plans).not.toMatch(/Seq Scan on (product|search_document|variant)\b/)
    expect(plans).not.toMatch(/\bOffset\b/)
  })

  it.each([
    ['relevance', 'product_popular'],
    ['popular', 'product_popular'],
    ['price', 'product_price'],
    ['-price', 'product_price'],
    ['new', 'product_new|product_seq_key'],
    ['rating', 'product_rating'],
  ] as const)('a page by key, by %s', async (sort, index) => {
    const first = await listProducts({ sort, limit: 5, facets: false }, 'uz')
    const plans = await plansOf(pool, () =>
      listProducts({ sort, limit: 5, facets: false, cursor: first.nextCursor ?? '' }, 'uz'),
    )
    expect(plans).toMatch(new RegExp(`Index.* using (${index})`))
    expect(plans).not.toMatch(/Sort Key: p\./)
    expect(plans).not.toMatch(/\bOffset\b/)
  })
})
