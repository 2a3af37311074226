import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMarket } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { sweepSaved } from './commands'
import { changeSaved, listSaved, mergeSaved } from './index'
import { mostSaved } from './schema'

const user = { userId: 'usr_1' } as const
const guest = { token: 'a-secret-of-a-browser' }

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await sql.query(
    `insert into product (id, shop_id, category_id, slug, title, description, status, in_stock)
     select 'prd_' || n, 'sho_a', 'cat_2', 'lagan-' || n, '{"uz":"Lagan"}', '{}',
            case when n = 3 then 'archived' else 'active' end, true
       from generate_series(1, ${mostSaved + 10}) n`,
  )
})
afterAll(dropTestDbs)

describe('saved goods', () => {
  it('are kept once, the newest first, and leave when dropped', async () => {
    for (const save of ['prd_1', 'prd_2', 'prd_1']) expect((await changeSaved(user, { save })).ok).toBe(true)
    expect(await listSaved(user)).toEqual(['prd_2', 'prd_1'])
    await changeSaved(user, { drop: 'prd_1' })
    await changeSaved(user, { drop: 'prd_1' })
    expect(await listSaved(user)).toEqual(['prd_2'])
  })

  it('are only what is sold', async () => {
    expect(await changeSaved(user, { save: 'prd_3' })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await changeSaved(user, { save: 'prd_none' })).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('of a guest go to the person at sign-in, also what both have', async () => {
    await changeSaved(guest, { save: 'prd_2' })
    await changeSaved(guest, { save: 'prd_4' })
    expect(await listSaved({ token: 'another' })).toEqual([])
    await mergeSaved(guest.token, user.userId)
    await mergeSaved(guest.token, user.userId)
    expect(await listSaved(guest)).toEqual([])
    expect((await listSaved(user)).toSorted()).toEqual(['prd_2', 'prd_4'])
  })

  it('are as many as one page shows', async () => {
    const other = { token: 'who likes everything' }
    for (let n = 4; n < mostSaved + 4; n += 1) await changeSaved(other, { save: `prd_${n}` })
    expect(await changeSaved(other, { save: 'prd_1' })).toMatchObject({ ok: false, code: 'list-full' })
    expect(await listSaved(other)).toHaveLength(mostSaved)
  })

  it('of a browser that is gone for a year are swept, a person’s never', async () => {
    await sql.query(`update saved_product set created_at = now() - interval '2 years'`)
    await sweepSaved()
    expect(await listSaved({ token: 'who likes everything' })).toEqual([])
    expect(await listSaved(user)).toHaveLength(2)
  })
})
