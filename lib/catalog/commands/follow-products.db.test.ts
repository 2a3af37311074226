import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor, SystemActor } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { settle } from '@/lib/kernel/test-work'
import { work } from '@/lib/kernel/worker'
import { seededMarket } from '@/lib/search/seeded-market'
import { listProducts } from '../queries/list-products'
import { suggest } from '../queries/suggest'
import { announce } from './announce'
import { chooseFront } from './choose-front'
import { saveCategory } from './edit-category'
import { followGoods } from './follow-goods'
import { rebuildSearch } from './rebuild-search'

const actor: SystemActor = { kind: 'system', id: 'bulk' }

beforeAll(async () => void (await seededMarket()))
afterAll(dropTestDbs)

const digests = async () =>
  (await sql.query<{ id: string; digest: string }>('select product_id as id, digest from search_document')).rows

describe('a bulk change', () => {
  it('is followed whole: what differs is written, what does not stays untouched', async () => {
    const before = new Map((await digests()).map(({ id, digest }) => [id, digest]))
    const { rows } = await sql.query<{ id: string; slug: string }>('select id, slug from product order by id limit 400')
    const renamed = new Set(rows.slice(0, 150).map(({ id }) => id))
    await transact(async (tx) => {
      await tx.query(`update product set title = title || '{"uz":"Zumradqush finjoni"}' where id = any($1)`, [
        [...renamed],
      ])
      for (const { id, slug } of rows) await announce(tx, { productId: id, slugs: [slug] }, actor)
    })
    // The log is read below the oldest transaction of the whole server, whichever test holds it open.
    await vi.waitFor(
      async () => {
        await work()
        const changed = (await digests()).filter(({ id, digest }) => before.get(id) !== digest)
        expect(new Set(changed.map(({ id }) => id))).toEqual(renamed)
      },
      { timeout: 25_000, interval: 100 },
    )
    expect((await listProducts({ q: 'zumradqush' }, 'uz')).total).toEqual({ value: 150, exact: true })
  }, 40_000)
})

describe('a category that is renamed and moved', () => {
  const operator = { kind: 'user', id: 'usr_op', role: 'staff', name: 'Operator' } as unknown as Actor
  it('is followed by all goods of its branch', async () => {
    const { rows } = await sql.query<{ id: string; slug: string; parent: string; other: string; n: number }>(
      `select c.id, c.slug, c.path[1] as parent, (select path[1] from category where path[1] <> c.path[1] limit 1) as other,
              (select count(*) from product where category_id = c.id) as n
         from category c where cardinality(c.path) > 1 and exists (select from product where category_id = c.id)
        order by c.id limit 1`,
    )
    const [one] = rows
    if (!one) throw new Error('no branch')
    const name = { uz: 'Yashmazor', ru: 'Яшмовый сад', en: 'Garden of jade' }
    must(await saveCategory({ id: one.id, parent: one.other, slug: one.slug, name, position: 1 }, operator))
    const asked = async () =>
      (
        await sql.query<{ data: Parameters<typeof followGoods>[0] }>(
          `select data from pgboss.job where name = 'follow-goods'`,
        )
      ).rows
    await settle(async () => expect(await asked()).toMatchObject([{ data: { kind: 'category', id: one.id } }]))
    for (const { data } of await asked()) await followGoods(data)
    const found = async (category: string) =>
      (await listProducts({ q: 'yashmazor', category, limit: 1 }, 'uz')).total.value
    expect([await found(one.other), await found(one.parent)]).toEqual([one.n, 0])
    expect((await rebuildSearch()).changed).toBe(0)
  })
})

describe('the goods that stand in front', () => {
  const front = async () =>
    (await sql.query<{ id: string }>('select product_id as id from search_document where front order by 1')).rows

  it('are all of a small market, and of a larger one those that sell best', async () => {
    await chooseFront()
    expect(await front()).toHaveLength(600)
    await chooseFront(100)
    const { rows } = await sql.query<{ id: string }>(
      `select id from (select id from product order by sold_count desc, seq desc limit 100) best order by 1`,
    )
    expect(await front()).toEqual(rows)
    await sql.query(
      `update product set sold_count = 10000 where id = (select id from product order by sold_count limit 1)`,
    )
    await chooseFront(100)
    expect(await front()).toHaveLength(100)
    expect((await listProducts({ q: 'choynak', limit: 5 }, 'uz')).items).toHaveLength(5)
    await chooseFront(100, 10)
    const { rows: head } = await sql.query<{ n: number }>(`select count(*) as n from search_document where head`)
    expect(head).toEqual([{ n: 10 }])
    expect((await suggest('choyn', 'uz')).products).toHaveLength(6)
  })
})
