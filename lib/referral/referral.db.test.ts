import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import type { UserActor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { settle } from '@/lib/kernel/test-work'
import { atRest } from '@/lib/ledger/at-rest-fixture'
import { cancelOrder, confirmReceipt, getOrder, openDispute, refundParcel } from '@/lib/order'
import { orderOf, seedMarket } from '@/lib/order/test-market'
import { deliver, operator } from '@/lib/order/test-paid-order'
import { countReferrals, deviceHash, getOwnReferral, listReferrals, openLink, reviewReferral, saveTerms } from '.'
import { come, pay, som, sweep } from './referral-fixture'
import { rewardReferral, startWaiting } from './reward'

let db: pg.Pool
const admin = person('admin', 'admin')
const promised = {
  referrerAmount: 3_000_000,
  friendAmount: 2_000_000,
  minOrder: 10_000_000,
  perDay: 3,
  waitDays: 10,
  active: true,
}

beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 1000)
  must(await saveTerms(promised, admin))
})
afterAll(dropTestDbs)

let people = 0
async function somebody(phone = `+99890${String(1_000_000 + ++people)}`): Promise<UserActor> {
  const one = { ...person(`p${++people}`, 'buyer'), phone }
  await db.query(`insert into "user" (id, phone, name) values ($1, $2, $3)`, [one.id, phone, one.name])
  return one
}

const rowOf = async (orderId: string) =>
  (
    await db.query<{ id: string; status: string; reason: string | null }>(
      'select * from referral where order_id = $1',
      [orderId],
    )
  ).rows[0]
const judged = async (orderId: string) => {
  await settle(async () => expect((await rowOf(orderId))?.status).not.toBe('new'))
  const row = await rowOf(orderId)
  return [row?.status, row?.reason]
}

/** Delivered and received; the ten days are over. */
async function finish(placed: { orderId: `ord_${string}`; accessToken: string }) {
  for (const id of await pay(placed)) {
    must(await deliver(id))
    must(await confirmReceipt(id, { token: placed.accessToken }))
  }
  await settle(async () => {
    const { rows } = await db.query('select due_at from referral where order_id = $1', [placed.orderId])
    expect(rows[0].due_at).not.toBeNull()
  })
  await db.query(`update referral set due_at = now() - interval '1 minute' where order_id = $1`, [placed.orderId])
}
describe('a friend who comes by a link', () => {
  it('rewards both sides once everything was received and the days are over', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const code = await openLink(host, null)
    expect(await openLink(host, null)).toBe(code)
    const placed = await come(code, friend)
    expect(await judged(placed.orderId)).toEqual(['waiting', null])
    for (const id of await pay(placed)) must(await deliver(id))
    await sweep()
    expect([await som(host), await som(friend)]).toEqual([0, 0])
    const parcels = (await getOrder({ id: placed.orderId }, { actor: admin }))?.parcels ?? []
    await db.query(`update referral set due_at = now() - interval '1 minute' where order_id = $1`, [placed.orderId])
    await sweep()
    expect(await som(host)).toBe(0)
    for (const { id } of parcels) must(await confirmReceipt(id, { token: placed.accessToken }))
    await settle(async () => expect(await som(host)).toBe(3_000_000))
    expect(await som(friend)).toBe(2_000_000)
    expect((await getOwnReferral(host))?.friends).toMatchObject([{ status: 'rewarded', amount: { amount: 3_000_000 } }])
    expect(JSON.stringify(await getOwnReferral(host))).not.toContain(friend.id)
    const next = must(await orderOf(friend, { var_a1: 1 }, 2_000_000))
    expect(next.order.credit.amount).toBe(2_000_000)
    await atRest()
  })

  it('is rewarded once, however often and at once it is told', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const placed = await come(await openLink(host, null), friend)
    await judged(placed.orderId)
    await finish(placed)
    const id = (await rowOf(placed.orderId))?.id ?? ''
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transact(async (tx) => {
          await startWaiting(tx, placed.orderId)
          await rewardReferral(tx, id)
        }),
      ),
    )
    expect([await som(host), await som(friend)]).toEqual([3_000_000, 2_000_000])
    await atRest()
  })
})

describe('is refused, with the reason,', () => {
  it('who invites themself', async () => {
    const host = await somebody()
    expect(await judged((await come(await openLink(host, null), host)).orderId)).toEqual(['refused', 'self'])
  })
  it('who has the same phone, on the account’s or on an older order', async () => {
    const host = await somebody('+998901112233')
    const code = await openLink(host, null)
    const first = await come(code, await somebody(), { phone: '+998901112233' })
    expect(await judged(first.orderId)).toEqual(['refused', 'same-phone'])
    const other = await somebody()
    await come('', host, { phone: '+998907778899' })
    const second = await come(code, other, { phone: '+998907778899' })
    expect(await judged(second.orderId)).toEqual(['refused', 'same-phone'])
  })
  it('who uses the same browser', async () => {
    const host = await somebody()
    const code = await openLink(host, deviceHash('browser-1'))
    const placed = await come(code, await somebody(), { device: 'browser-1' })
    expect(await judged(placed.orderId)).toEqual(['refused', 'same-device'])
  })
  it('who lives behind the same door, however it is written', async () => {
    const host = await somebody()
    await come('', host, { street: 'Qatortol koʻchasi, 24-uy' })
    const placed = await come(await openLink(host, null), await somebody(), { street: 'QATORTOL KOʻCHASI 24 UY' })
    expect(await judged(placed.orderId)).toEqual(['refused', 'same-address'])
  })
  it('who has bought before', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    await come('', friend)
    expect(await judged((await come(await openLink(host, null), friend)).orderId)).toEqual([
      'refused',
      'not-first-order',
    ])
  })
  it('who buys too little', async () => {
    const host = await somebody()
    must(await saveTerms({ ...promised, minOrder: 90_000_000 }, admin))
    const placed = await come(await openLink(host, null), await somebody(), {})
    must(await saveTerms(promised, admin))
    expect(await judged(placed.orderId)).toEqual(['refused', 'order-too-small'])
  })
  it('the fourth in a day', async () => {
    const code = await openLink(await somebody(), null)
    const results: unknown[] = []
    for (const _ of [1, 2, 3, 4]) results.push(await judged((await come(code, await somebody())).orderId))
    expect(results.slice(0, 3)).toEqual(Array(3).fill(['waiting', null]))
    expect(results[3]).toEqual(['refused', 'too-many'])
  })
})

describe('what goes back', () => {
  it('takes the reward with it, as far as it was not spent', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const placed = await come(await openLink(host, null), friend)
    await judged(placed.orderId)
    await finish(placed)
    await sweep()
    must(await orderOf(host, { var_a1: 1 }, 1_000_000))
    const parcelId = (await getOrder({ id: placed.orderId }, { actor: admin }))?.parcels[0]?.id ?? ''
    must(await refundParcel({ parcelId, reason: 'agreed' }, operator))
    await settle(async () => expect((await rowOf(placed.orderId))?.status).toBe('taken-back'))
    expect([await som(host), await som(friend)]).toEqual([0, 0])
    expect(await rowOf(placed.orderId)).toMatchObject({
      reason: 'refunded',
      referrer_taken: 2_000_000,
      friend_taken: 2_000_000,
    })
    await atRest()
  })

  it('leaves no reward to wait for, and what is argued about waits', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const placed = await come(await openLink(host, null), friend)
    await judged(placed.orderId)
    const [id = ''] = await pay(placed)
    must(await deliver(id))
    const dispute = { amount: { amount: '100', currency: 'UZS' as const }, reason: 'damaged' as const }
    must(await openDispute({ parcelId: id, ...dispute }, { token: placed.accessToken }))
    must(await confirmReceipt(id, { token: placed.accessToken }))
    await settle(async () => expect((await rowOf(placed.orderId)) as object).toMatchObject({ status: 'waiting' }))
    await db.query(`update referral set due_at = now() - interval '1 minute' where order_id = $1`, [placed.orderId])
    await sweep()
    expect((await rowOf(placed.orderId))?.status).toBe('waiting')
    must(await refundParcel({ parcelId: id, reason: 'agreed' }, operator))
    await settle(async () =>
      expect(await rowOf(placed.orderId)).toMatchObject({ status: 'refused', reason: 'refunded' }),
    )
    expect(await som(host)).toBe(0)
  })

  it('an order that was never paid leaves the friend as new as before', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const code = await openLink(host, null)
    const first = await come(code, friend)
    await judged(first.orderId)
    must(await cancelOrder({ id: first.orderId }, { token: first.accessToken }))
    await settle(async () => expect((await rowOf(first.orderId))?.status).toBe('cancelled'))
    expect(await judged((await come(code, friend)).orderId)).toEqual(['waiting', null])
  })

  it('an order that was cancelled before anybody looked at the next one does not stand in its way', async () => {
    const [host, friend] = [await somebody(), await somebody()]
    const code = await openLink(host, null)
    const first = await come(code, friend)
    const second = await come(code, friend)
    must(await cancelOrder({ id: first.orderId }, { token: first.accessToken }))
    expect(await judged(second.orderId)).toEqual(['waiting', null])
    await settle(async () => expect((await rowOf(first.orderId))?.status).toBe('cancelled'))
  })
})

it('the operator sees every case with its reason, and may decide otherwise', async () => {
  const host = await somebody()
  const code = await openLink(host, deviceHash('family'))
  const placed = await come(code, await somebody(), { device: 'family' })
  await judged(placed.orderId)
  const id = (await rowOf(placed.orderId))?.id ?? ''
  expect((await listReferrals(admin, { status: 'refused' })).items[0]).toMatchObject({ id, reason: 'same-device' })
  expect((await countReferrals(admin))?.byReason).toContainEqual(expect.objectContaining({ reason: 'same-device' }))
  expect(await reviewReferral(id, 'allow', host)).toMatchObject({ code: 'forbidden' })
  must(await reviewReferral(id, 'allow', admin))
  await finish(placed)
  await sweep()
  expect(await som(host)).toBe(3_000_000)
  expect(await reviewReferral(id, 'refuse', admin)).toMatchObject({ code: 'not-found' })
})
