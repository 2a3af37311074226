import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopActor } from '@/lib/auth/schema'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import type { Recorded } from '@/lib/kernel/event-store'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { work } from '@/lib/kernel/worker'
import { cancelOrder, cancelParcel, confirmParcel, deliverParcel, getOrder, packParcel, shipParcel } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { capturePayment, startPayment } from '@/lib/payment'
import type { Provider } from '@/lib/payment/schema'
import { explain } from './explain'
import { checkLedger, findBreaches } from './invariants'
import { projections } from './projections'
import { listLedger, shopBalances } from './queries'
import { replayLedger } from './replay'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const shopA: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: [] }
const shopB: ShopActor = { kind: 'shop', shopId: 'sho_b', keyId: 'key_b', scopes: [] }

/** Policies wait for every older transaction of the server, whichever test holds it open. */
const drain = () =>
  vi.waitFor(
    async () => {
      while ((await work()) > 0);
      const { rows } = await pool.query(`
        select 1 from event where (tx_id, position) > (select tx_id, position from checkpoint where name = 'order')`)
      expect(rows).toEqual([])
    },
    { timeout: 15_000, interval: 50 },
  )

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
    await drain()
    expect(await gained('sho_a')).toEqual([0, 0, 1_000_000])
    expect(await gained('sho_b')).toEqual([0, 0, 0])
    expect(await findBreaches()).toEqual([])
  })

  it('stay as they are when every event is told again, and when the read models are rebuilt', async () => {
    await drain()
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

const anEntry = (where: string) =>
  `(select e.id from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_txn t on t.id = e.txn_id
     where ${where} order by e.id limit 1)`

describe('the check', () => {
  const number = /^\d{9}[A-Z]$/
  const cases: [check: string, offender: RegExp, text: string][] = [
    ['I1 oversell', /^var_a2$/, `update stock_item set reserved = reserved + 1 where variant_id = 'var_a2'`],
    [
      'I2 the ledger sums to zero',
      /^UZS$/,
      `update ledger_entry set amount = amount + 1 where id = ${anEntry('true')}`,
    ],
    [
      'I3 a transaction sums to zero',
      /^sale par_/,
      `update ledger_entry set amount = amount + 1 where id = ${anEntry(`t.kind = 'sale'`)}`,
    ],
    ['I3 empty transaction', /^sale nothing$/, `insert into ledger_txn (kind, ref) values ('sale', 'nothing')`],
    [
      'shop balance',
      /^shop_pending:sho_a$/,
      `update ledger_balance set amount = amount + 1
        where account_id = (select id from ledger_account where code = 'shop_pending:sho_a')`,
    ],
    [
      'account that must stay zero',
      number,
      `update ledger_entry set amount = amount + 1 where id = ${anEntry(`a.kind = 'buyer_funds'`)}`,
    ],
    [
      'account that must stay zero',
      number,
      `update ledger_entry set account_id = (select id from ledger_account where code = 'buyer_funds')
        where id = ${anEntry(`a.kind = 'platform_fee'`)}`,
    ],
    ['guard', /^ledger_entry_append_only$/, 'alter table ledger_entry disable trigger ledger_entry_append_only'],
    [
      'I4 capture and its transaction',
      /^payme:x$|^\d{9}[A-Z]$/,
      `update ledger_txn set ref = 'payme:x' where id = (select min(id) from ledger_txn where kind = 'capture')`,
    ],
    ['I5 clearing = captured - refunded - cash kept', /^payme$/, `update refund_view set status = 'done'`],
    [
      'I5 clearing = captured - refunded - cash kept',
      /^cash$/,
      `update ledger_entry set type = 'capture' where type = 'cash-kept'`,
    ],
    ['sale and its parcel', number, 'update parcel_view set commission = commission + 1'],
    [
      'refunds of a parcel and its sale',
      number,
      `update ledger_entry set amount = amount * 3
        where txn_id in (select id from ledger_txn where kind = 'refund' and number is not null)`,
    ],
    [
      'escrow of a parcel',
      number,
      `update ledger_entry set amount = 90000000 where id = ${anEntry(`e.type = 'commission' and a.kind = 'shop_pending'`)}`,
    ],
    ['refund and its transactions', number, 'update refund_view set amount = amount - 1'],
    ['refunds due = accepted and not paid', number, 'update refund_view set amount = amount - 1'],
    ['I6 order total', number, 'update order_view set total = total + 1, items_total = items_total + 1'],
    ['I6 parcel total', /^par_/, 'update parcel_line_view set commission = commission + 1'],
    ['I7 paid order and its capture', number, 'update order_view set paid_total = 0, refunded_total = 0'],
    ['I8 refunds of a payment', /^pay_/, 'update payment_view set refunded = refunded + 1 where captured > refunded'],
    [
      'I8 refunds of an order',
      number,
      'update order_view set refunded_total = refunded_total + 1 where paid_total > refunded_total',
    ],
    ['I10 stream gap', /^order-ord_/, `delete from event where version = 1 and stream_id like 'order-%'`],
    [
      'I11 stuck reader of the log',
      /^order$/,
      `update event set at = now() - interval '1 hour'; update checkpoint set tx_id = 0, position = 0 where name = 'order'`,
    ],
    ['I12 expired hold', number, `update reservation set expires_at = now() - interval '1 hour' where state = 'held'`],
    [
      'payout in transit',
      /^pyt_1$/,
      `with a as (insert into ledger_account (code, kind, currency) values ('payout_transit', 'payout_transit', 'UZS') returning id),
            t as (insert into ledger_txn (kind, ref) values ('payout-end', 'pyt_1') returning id)
       insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
       select t.id, a.id, 'UZS', 5, 'payout-paid', '{}' from a, t`,
    ],
  ]
  it.each(cases)('%s names %s', async (check, offender, text) => {
    const found = (await planted(text)).filter((breach) => breach.check === check)
    expect(found.filter((breach) => offender.test(breach.offender))).not.toEqual([])
  })

  it('finds nothing where nothing is wrong, in one snapshot', async () => {
    const report = await checkLedger()
    expect(report.breaches).toEqual([])
    expect(report.entries).toBeGreaterThan(40)
  })
})
