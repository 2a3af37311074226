import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ShopActor } from '@/lib/auth/schema'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import type { Recorded } from '@/lib/kernel/event-store'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { drain } from '@/lib/kernel/test-work'
import {
  cancelOrder,
  cancelParcel,
  confirmParcel,
  confirmReceipt,
  deliverParcel,
  getOrder,
  packParcel,
  refundParcel,
  shipParcel,
} from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { capturePayment, settleRefund, startPayment } from '@/lib/payment'
import { refundPayment } from '@/lib/payment/commands/execute-refund'
import type { Provider } from '@/lib/payment/schema'
import { explain } from './explain'
import { checkLedger, findBreaches } from './invariants'
import { projections } from './projections'
import { listLedger, shopBalances } from './queries'
import { replayLedger } from './replay'
import { offences } from './test-offences'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const shopA: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: [] }
const shopB: ShopActor = { kind: 'shop', shopId: 'sho_b', keyId: 'key_b', scopes: [] }

const start = async (orderId: `ord_${string}`, provider: Provider = 'payme') => ({
  ...must(await startPayment(orderId, provider, 'uz')),
  providerRef: `${provider}-${orderId}`,
})

type Started = Awaited<ReturnType<typeof start>>
const capture = async ({ paymentId, providerRef }: Started, amount: number) =>
  must(await capturePayment({ paymentId, amount: { amount, currency: 'UZS' }, providerRef }))

const pay = async (orderId: `ord_${string}`, amount: number) => capture(await start(orderId), amount)

async function parcelsOf({ orderId, accessToken }: { orderId: string; accessToken: string }) {
  const seen = await getOrder({ id: orderId }, { token: accessToken })
  return (seen?.parcels ?? []).map(({ id }) => ({ parcelId: id }))
}

const deliver = async (parcel: { parcelId: string }, shop: ShopActor) => {
  for (const step of [confirmParcel, packParcel, shipParcel, deliverParcel]) must(await step(parcel, shop))
}

const has = async (shopId: string) => {
  const { pending, payable, debt } = await shopBalances(sql, shopId)
  return [pending.amount, payable.amount, debt.amount]
}

describe('the books of a market', () => {
  let [a, b] = [
    [0, 0, 0],
    [0, 0, 0],
  ]
  beforeEach(async () => {
    ;[a, b] = [await has('sho_a'), await has('sho_b')]
  })
  const gained = async (shopId: string) =>
    (await has(shopId)).map((amount, at) => amount - ((shopId === 'sho_a' ? a : b)?.[at] ?? 0))

  it('hold each shop’s share of a paid order in escrow, and explain it', async () => {
    const placed = await order({ var_a1: 1, var_b2: 1 }, 'payme', 'courier')
    await pay(placed.orderId, 33_000_000)
    expect(await gained('sho_a')).toEqual([10_500_000, 0, 0])
    expect(await gained('sho_b')).toEqual([20_050_000, 0, 0])
    const [parcel] = await parcelsOf(placed)
    const why = await explain({ parcelId: parcel?.parcelId ?? '' }, shopA)
    expect(why.map(({ type, amount }) => [type, amount.amount])).toEqual([
      ['sale', 10_000_000],
      ['delivery', 1_500_000],
      ['commission', -1_000_000],
    ])
    expect(why[2]).toMatchObject({
      number: placed.number,
      source: { stream: `order-${placed.orderId}` },
      formula: { base: 1_000_000, lines: [{ amount: 10_000_000, commissionBp: 1000, commission: 1_000_000 }] },
    })
    expect(await explain({ parcelId: parcel?.parcelId ?? '' }, shopB)).toEqual([])
    expect(await explain({ entryId: why[0]?.entryId ?? 0 }, shopB)).toEqual([])
    expect(await explain({ entryId: why[0]?.entryId ?? 0 }, { kind: 'system', id: 'test' })).toHaveLength(1)
    expect(await findBreaches()).toEqual([])
  })

  it('net a shop to zero when its parcel is cancelled after the payment', async () => {
    const placed = await order({ var_a1: 2, var_b1: 1 })
    await pay(placed.orderId, 30_000_000)
    const [, own] = await parcelsOf(placed)
    if (!own) throw new Error('two parcels')
    must(await cancelParcel(own, shopB))
    expect(await gained('sho_b')).toEqual([0, 0, 0])
    const { items } = await listLedger(shopB, { limit: 4 })
    expect(items.map(({ type, amount }) => [type, amount.amount])).toEqual([
      ['commission-refund', 725_000],
      ['refund', -10_000_000],
      ['commission', -725_000],
      ['sale', 10_000_000],
    ])
    expect(items.map(({ balance }) => balance.amount)).toEqual([
      b[0] ?? 0,
      (b[0] ?? 0) - 725_000,
      (b[0] ?? 0) + 9_275_000,
      (b[0] ?? 0) + 10_000_000,
    ])
    expect(await findBreaches()).toEqual([])
  })

  it('sell no parcel that was cancelled before the money came', async () => {
    const placed = await order({ var_a1: 1, var_b1: 1 })
    const [, own] = await parcelsOf(placed)
    if (!own) throw new Error('two parcels')
    must(await cancelParcel(own, shopB))
    await pay(placed.orderId, 20_000_000)
    expect(await gained('sho_b')).toEqual([0, 0, 0])
    expect(await gained('sho_a')).toEqual([9_000_000, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('owe back at once what was paid twice or too late', async () => {
    const [placed, late] = [await order({ var_a1: 1 }), await order({ var_a1: 1 })]
    const [first, second] = [await start(placed.orderId), await start(placed.orderId, 'click')]
    const third = await start(late.orderId)
    must(await cancelOrder({ id: late.orderId }, { token: late.accessToken }))
    for (const started of [first, second, third, first, second]) await capture(started, 10_000_000)
    expect(await gained('sho_a')).toEqual([9_000_000, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('make the commission of cash that a shop keeps its debt', async () => {
    const placed = await order({ var_a1: 1, var_b1: 1 }, 'cash')
    const [first, second] = await parcelsOf(placed)
    if (!first || !second) throw new Error('two parcels')
    must(await cancelParcel(second, shopB))
    await deliver(first, shopA)
    await drain('order')
    expect(await gained('sho_a')).toEqual([0, 0, 1_000_000])
    expect(await gained('sho_b')).toEqual([0, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('release to the shop what the buyer has received; a refund after that is carried against its next sales', async () => {
    const placed = await order({ var_a1: 1 })
    await pay(placed.orderId, 10_000_000)
    const [parcel] = await parcelsOf(placed)
    if (!parcel) throw new Error('one parcel')
    await deliver(parcel, shopA)
    must(await confirmReceipt(parcel.parcelId, { token: placed.accessToken }))
    expect(await gained('sho_a')).toEqual([0, 9_000_000, 0])
    must(await refundParcel({ ...parcel, reason: 'test', amount: { amount: '3333333', currency: 'UZS' } }, shopA))
    expect(await findBreaches()).toEqual([])
    must(await refundParcel({ ...parcel, reason: 'test' }, shopA))
    expect(await gained('sho_a')).toEqual([0, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('ask a shop for the cash that it holds, until it gave it back', async () => {
    const placed = await order({ var_a1: 1 }, 'cash')
    const [parcel] = await parcelsOf(placed)
    if (!parcel) throw new Error('one parcel')
    await deliver(parcel, shopA)
    await drain('order')
    const { refundId } = must(await refundParcel({ ...parcel, reason: 'test' }, shopA))
    expect(await gained('sho_a')).toEqual([0, 0, 10_000_000])
    const { rows } = await pool.query('select payment_id from refund_view where id = $1', [refundId])
    await refundPayment({ paymentId: rows[0]?.payment_id, refundId })
    await settleRefund(refundId, { kind: 'system', id: 'test' })
    expect(await gained('sho_a')).toEqual([0, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('stay as they are when every event is told again, and when the read models are rebuilt', async () => {
    await drain('order')
    const read = async () => (await pool.query('select * from ledger_entry order by id')).rows
    const before = await read()
    expect(before.length).toBeGreaterThan(40)
    expect(await replayLedger()).toMatchObject({ posted: 0 })
    await transact((tx) => rebuild(tx))
    expect(await read()).toEqual(before)
    expect(await findBreaches()).toEqual([])
  })

  it('fail the event whose posting differs from what is posted under its name', async () => {
    const { rows } = await pool.query(`select * from event where type = 'PaymentCaptured' limit 1`)
    const { type, data, stream_id, version } = rows[0]
    const other = { ...data, amount: { ...data.amount, amount: data.amount.amount + 1 } }
    const event: Recorded = { type, data: other, streamId: stream_id, version: version + 1, at: '2026-11-21T00:00:00Z' }
    await expect(transact((tx) => projections['PaymentCaptured']?.(tx, event) ?? Promise.resolve())).rejects.toThrow(
      /posted with other amounts/,
    )
  })
})

/** Against the guards, in a transaction that is undone. */
async function planted(text: string) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(text)
    return await findBreaches(client as Tx)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('the check', () => {
  it.each(offences)('%s names %s', async (check, offender, text) => {
    const found = (await planted(text)).filter((breach) => breach.check === check)
    expect(found.filter((breach) => offender.test(breach.offender))).not.toEqual([])
  })

  it('finds nothing where nothing is wrong, in one snapshot', async () => {
    const report = await checkLedger()
    expect(report.breaches).toEqual([])
    expect(report.entries).toBeGreaterThan(40)
  })
})
