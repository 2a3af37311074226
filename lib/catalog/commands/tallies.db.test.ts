import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket, shopActor, teapot } from '../market-fixture'
import { readCategoryTree } from '../queries/read-category-tree'
import { createProduct } from './create-product'
import { foldTallies } from './fold-tallies'

beforeAll(async () => {
  await openMarket(await testDb())
})
afterAll(dropTestDbs)

const tally = async () => {
  const { rows } = await sql.query<{ subject: string; n: number }>(
    `select subject || '/' || locale as subject, sum(n)::int as n from product_tally group by 1 having sum(n) <> 0
      order by 1`,
  )
  return Object.fromEntries(rows.map(({ subject, n }) => [subject, n]))
}

/** What is written down of shops and categories, and what their goods say. */
const ofShops = async () => {
  const [told, counted] = await Promise.all(
    [
      `select shop_id, category_id, locale, sum(n)::int as n from shop_tally group by 1, 2, 3 having sum(n) <> 0
        order by 1, 2, 3`,
      `select shop_id, category_id, locale, count(*)::int as n from product, unnest(locales) l(locale)
        where status = 'active' group by 1, 2, 3 order by 1, 2, 3`,
    ].map(async (text) => (await sql.query(text)).rows),
  )
  expect(told).toEqual(counted)
  return told?.length
}

/** The same counts in both languages that a teapot is written in. */
const inBoth = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([subject, n]) => ['uz', 'ru'].map((locale) => [`${subject}/${locale}`, n])),
  )

describe('how many goods a category and a shop have', () => {
  it('follows every change of what is on sale, folded or not', async () => {
    const made = must(await createProduct(teapot(), shopActor))
    must(
      await createProduct(
        teapot({ status: 'draft', variants: teapot().variants.map((v) => ({ ...v, sku: `D${v.sku}` })) }),
        shopActor,
      ),
    )
    expect(await tally()).toEqual(inBoth({ cat_2: 1, sho_a: 1 }))
    await Promise.all([foldTallies(), foldTallies()])
    await sql.query(`update product set status = 'active'`)
    expect(await tally()).toEqual(inBoth({ cat_2: 2, sho_a: 2 }))
    await sql.query(`update product set category_id = 'cat_1', shop_id = 'sho_b' where id = $1`, [made.id])
    expect(await tally()).toEqual(inBoth({ cat_1: 1, cat_2: 1, sho_a: 1, sho_b: 1 }))
    expect(await ofShops()).toBe(4)
    await foldTallies()
    expect(await ofShops()).toBe(4)
    expect(await tally()).toEqual(inBoth({ cat_1: 1, cat_2: 1, sho_a: 1, sho_b: 1 }))
    await sql.query('delete from product where id = $1', [made.id])
    expect(await ofShops()).toBe(2)
    expect(await tally()).toEqual(inBoth({ cat_2: 1, sho_a: 1 }))
    await sql.query(`update product set title = title - 'ru'`)
    expect(await tally()).toEqual({ 'cat_2/uz': 1, 'sho_a/uz': 1 })
    expect(await ofShops()).toBe(1)
    const [[root], [absent]] = await Promise.all([readCategoryTree('uz'), readCategoryTree('ru')])
    expect([root?.count, absent?.count]).toEqual([1, 0])
  })
})
