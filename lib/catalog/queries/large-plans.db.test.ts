import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { largeMarket } from '@/lib/search/large-market'
import { countFacets } from '../commands/count-facets'
import { facetKey, splitFacet } from '../facet-key'
import { listProducts } from './list-products'
import { plansOf, textsOf } from './plans-fixture'
import { readCategoryPage } from './read-category-page'
import { readProduct } from './read-product'
import { readShopPage } from './read-shop-page'
import { suggest } from './suggest'

let pool: pg.Pool
beforeAll(async () => {
  pool = await largeMarket()
  await countFacets()
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
    ['the page of a branch', () => readCategoryPage(['oshxona'], 1, 'uz'), 'product_(popular|facets)'],
    ['a shop', () => readShopPage('rishton-kulol', 3, 'uz'), 'product_shop_popular'],
    ['a product', () => readProduct('adras-chopon-chorsu', 'uz'), 'product_slug'],
    ['two words with counts', () => listProducts({ q: 'rishton choynagi' }, 'uz'), 'search_document_(tsv|front)'],
    ['three facets with counts', () => listProducts({ attributes: three }, 'uz'), 'product_facets'],
    ['filters in a branch', () => listProducts({ category: 'oshxona', attributes: three }, 'uz'), 'product_facets'],
    ['what a large branch is like', () => readCategoryPage(['oshxona'], 1, 'uz'), 'category_facets_pkey'],
    ['beginnings of words', () => listProducts({ q: 'rishton choyn' }, 'uz'), 'search_word_prefix'],
    ['words and facets', () => listProducts({ q: 'choynak', attributes: three }, 'uz'), 'search_document_(tsv|front)'],
    ['a letter wrong', () => listProducts({ q: 'choinak' }, 'uz'), 'search_word_spellings'],
    ['suggestions', () => suggest('choyn', 'uz'), 'search_document_head'],
    [
      'the cheapest of a branch',
      () => listProducts({ category: 'oshxona', sort: 'price' }, 'uz'),
      'product_(price|facets)',
    ],
  ])('%s walks an index and reads no table from end to end', async (_, work, index) => {
    const plans = await plansOf(pool, work)
    expect(plans).toMatch(new RegExp(`Index.* (on|using) ${index}`))
    expect(plans).not.toMatch(/Seq Scan on (product|search_document|variant)\b/)
    expect(plans).not.toMatch(/\bOffset\b/)
  })

  it('the edges of the price bars are looked for once, not for each product', async () => {
    const plans = await plansOf(pool, () => listProducts({ category: 'oshxona', attributes: three }, 'uz'))
    expect(plans).toMatch(/CTE Scan on e\b/)
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

describe('counts in a large market', () => {
  const fitting = async (category: string, facets: readonly string[]) => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*) as n from product p join category c on c.id = p.category_id
        where p.status = 'active' and c.path @> array[$1] and p.facets @> $2`,
      [category, facets],
    )
    return rows[0]?.n ?? 0
  }
  const twoOf = async (category: string) => {
    const { rows } = await pool.query<{ facets: string[] }>(
      `select p.facets from product p join category c on c.id = p.category_id where c.path @> array[$1]
        order by cardinality(p.facets) desc, p.id limit 1`,
      [category],
    )
    return [...new Map((rows[0]?.facets ?? []).map((key) => splitFacet(key)))].slice(0, 2)
  }

  it.each(['choynaklar', 'oshxona'])(
    'of %s are whole up to the bound, and each says what it brings',
    async (category) => {
      const chosen = await twoOf(category)
      const attributes = Object.fromEntries(chosen.map(([code, value]) => [code, [value]]))
      const found = await listProducts({ category, attributes }, 'uz')
      const n = await fitting(
        category,
        chosen.map(([code, value]) => facetKey(code, value)),
      )
      expect(n).toBeGreaterThan(0)
      expect(found.total).toEqual(n > 1000 ? { value: 1000, exact: false } : { value: n, exact: true })
      expect(found.facetsExact).toBe(n <= 1000)
      for (const { code, values, sampled } of found.facets) {
        const [first] = values
        if (first === undefined || sampled || !found.facetsExact) continue
        const beside = chosen.flatMap(([own, value]) => (own === code ? [] : [facetKey(own, value)]))
        expect(first.count, code).toBe(await fitting(category, [facetKey(code, first.value), ...beside]))
      }
    },
  )
})

describe('in a leaf of many goods', () => {
  it('filters walk lists of its own, and what fits is the same', async () => {
    const three = { colour: ['cobalt'], handmade: ['true'], material: ['porcelain'] }
    await pool.query(
      `update product p set category_id = c.id from category c where c.slug = 'choynaklar' and p.category_ids @> array[
         (select id from category where slug = 'oshxona')]`,
    )
    await pool.query('analyze product')
    const plans = await plansOf(pool, () => listProducts({ category: 'choynaklar', attributes: three }, 'uz'))
    expect(plans).toMatch(/Index.* on product_facets_within/)
    const found = await listProducts({ category: 'choynaklar', attributes: three, limit: 100 }, 'uz')
    const { rows } = await pool.query<{ n: number }>(
      `select count(*) as n from product p join category c on c.id = p.category_id and c.slug = 'choynaklar'
        where p.status = 'active' and p.facets @> $1`,
      [Object.entries(three).flatMap(([code, values]) => values.map((value) => facetKey(code, value)))],
    )
    expect(found.total.value).toBe(Math.min(1000, rows[0]?.n ?? Number.NaN))
  })

  describe('what most of them bear', () => {
    const most = { category: 'choynaklar', attributes: { handmade: ['true'] } }
    const all = `p.status = 'active' and p.facets @> '{handmade=true}'
      and p.category_id = (select id from category where slug = 'choynaklar')`
    beforeAll(async () => {
      // Each row that moves is counted by a trigger: longer than a visitor would wait.
      const client = await pool.connect()
      await client.query('set statement_timeout = 0')
      await client.query(
        `update product p set category_id = c.id, category_ids = c.path,
                facets = case when seq % 10 = 0 then array_remove(facets, 'handmade=true')
                              else array(select distinct unnest(facets || '{handmade=true}') order by 1) end
           from (select c.id, array(select b.id from category b where b.slug = any(c.path)) as path
                   from category c where c.slug = 'choynaklar') c`,
      )
      client.release(true)
      await pool.query('vacuum analyze product')
      await countFacets()
    }, 60_000)

    it('is met in the order of what sells: nothing is gathered', async () => {
      const plans = await plansOf(pool, () => listProducts(most, 'uz'))
      expect(plans).toMatch(/Index Scan using product_category_popular/)
      expect(plans).not.toMatch(/product_facets/)
    })

    it('is asked in the same words, however many goods have to be visited: they are parsed once', async () => {
      const some = { ...most, attributes: { handmade: ['true', 'false'] } }
      expect(await textsOf(() => listProducts(some, 'uz'))).toEqual(await textsOf(() => listProducts(most, 'uz')))
    })

    it.each(['popular', 'price', '-price', 'new'] as const)(
      'fits as it does when it is gathered, by %s',
      async (sort) => {
        const found = await listProducts({ ...most, sort }, 'uz')
        expect([found.total, found.facetsExact]).toEqual([{ value: 1000, exact: false }, false])
        const order = { popular: 'sold_count desc', price: 'price', '-price': 'price desc', new: 'seq desc' }[sort]
        const { rows } = await pool.query<{ id: string }>(
          `select id from product p where ${all} order by ${order}, seq ${order.endsWith('desc') ? 'desc' : ''} limit 24`,
        )
        expect(found.items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
        const next = await listProducts({ ...most, sort, cursor: found.nextCursor ?? '' }, 'uz')
        expect(next.items.filter(({ id }) => rows.some((row) => row.id === id))).toEqual([])
      },
    )

    it('is told beside what else could be chosen', async () => {
      const { facets } = await listProducts(most, 'uz')
      const handmade = facets.find(({ code }) => code === 'handmade')
      expect(handmade?.values.map(({ value }) => value).sort()).toEqual(['false', 'true'])
    })

    it.each([{ colour: ['cobalt'] }, { colour: ['cobalt'], material: ['porcelain'] }])(
      'is counted whole beside a rarer %o',
      async (rarer) => {
        const found = await listProducts({ ...most, attributes: { ...most.attributes, ...rarer } }, 'uz')
        const keys = Object.entries(rarer).flatMap(([code, values]) => values.map((value) => facetKey(code, value)))
        const { rows } = await pool.query<{ n: number }>(
          `select count(*) as n from product p where ${all} and facets @> $1`,
          [keys],
        )
        const n = rows[0]?.n ?? Number.NaN
        expect(n).toBeGreaterThan(0)
        expect(found.total).toEqual(n > 1000 ? { value: 1000, exact: false } : { value: n, exact: true })
        for (const { id } of found.items) expect(id).toMatch(/^prd_/)
      },
    )
  })
})
