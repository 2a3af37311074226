import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import type { UserActor } from '@/lib/auth/schema'
import { addItem, createCart } from '@/lib/cart'
import { transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { creditOf, findBreaches, grantCredit, listCredit, replayLedger, shopBalances, takeCredit } from '@/lib/ledger'
import { atRest } from '@/lib/ledger/at-rest-fixture'
import { capturePayment, listPayments, listRefunds, startPayment } from '@/lib/payment'
import { cancelOrder, expireOrder, getOrder, placeOrder, refundParcel } from '.'
import { listPaidLines } from './queries/list-sold-lines'
import { orderInput, orderOf, seedMarket, tryOrder } from './test-market'
import { deliver, operator } from './test-paid-order'

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 1000)
})
afterAll(dropTestDbs)

const SOM = 100
let people = 0
async function rich(som: number): Promise<UserActor> {
  const one = person(`rich${++people}`, 'buyer')
  const amount = money(som * SOM, 'UZS')
  await transact((tx) => grantCredit(tx, { ref: `gift-${one.id}`, userId: one.id, amount, rule: 'gift', sources: [] }))
  return one
}
const left = async (buyer: UserActor) => (await creditOf(buyer)).amount / SOM
const see = async (id: string, actor: UserActor) => {
  const found = await getOrder({ id }, { actor })
  if (!found) throw new Error('the buyer cannot see the order')
  return found
}

async function payFor(orderId: `ord_${string}`, buyer: UserActor) {
  const { total, credit } = await see(orderId, buyer)
  const started = must(await startPayment(orderId, 'payme', 'uz'))
  const amount = money(total.amount - credit.amount, 'UZS')
  must(await capturePayment({ paymentId: started.paymentId, amount, providerRef: `tx-${orderId}` }))
}

describe('paying with store credit', () => {
  it('in part asks the provider for the rest, and the shop gets what it always gets', async () => {
    const buyer = await rich(60_000)
    const before = (await shopBalances(db as never, 'sho_a')).pending.amount
    const placed = must(await orderOf(buyer, { var_a1: 1 }, 40_000 * SOM))
    expect(await left(buyer)).toBe(20_000)
    expect((await listPayments(placed.orderId))[0]?.amount.amount).toBe(60_000 * SOM)
    const fiscal = await listPaidLines(db as never, placed.orderId)
    expect(fiscal.lines.reduce((sum, one) => sum + one.price * one.quantity - one.discount, fiscal.delivery)).toBe(
      60_000 * SOM,
    )
    await payFor(placed.orderId, buyer)
    expect(await see(placed.orderId, buyer)).toMatchObject({
      status: 'paid',
      paidTotal: { amount: 100_000 * SOM },
      credit: { amount: 40_000 * SOM },
    })
    expect((await shopBalances(db as never, 'sho_a')).pending.amount - before).toBe(90_000 * SOM)
    await atRest()
  })

  it('in whole needs no provider: the order is paid and its shop may start', async () => {
    const buyer = await rich(100_000)
    const placed = must(await orderOf(buyer, { var_a1: 1 }, 100_000 * SOM, 'cash'))
    expect(placed.order).toMatchObject({ status: 'paid', provider: 'credit', payments: [] })
    const seen = await see(placed.orderId, buyer)
    expect(seen).toMatchObject({ ...placed.order, timeline: seen.timeline, parcels: seen.parcels })
    expect(seen.parcels[0]).toMatchObject({ released: true, paid: true })
    expect(await startPayment(placed.orderId, 'payme', 'uz')).toMatchObject({ code: 'not-payable' })
    expect(await expireOrder({ orderId: placed.orderId })).toMatchObject({ value: false })
    must(await deliver(seen.parcels[0]?.id ?? ''))
    expect((await see(placed.orderId, buyer)).status).toBe('completed')
    await atRest()
  })

  it('is for its owner alone, and not for more than there is', async () => {
    const buyer = await rich(50_000)
    const credit = { amount: String(50_000 * SOM), currency: 'UZS' as const }
    expect(await orderOf(person('poor', 'buyer'), { var_a1: 1 }, 50_000 * SOM)).toMatchObject({
      code: 'not-enough-credit',
      detail: { left: 0 },
    })
    expect(await tryOrder({ var_a1: 1 }, { credit })).toMatchObject({ code: 'wrong-credit' })
    const cart = await createCart(buyer)
    must(await addItem(cart, 'var_a1', 1))
    const thief = { kind: 'guest', cartToken: cart.token } as const
    expect(await placeOrder({ ...orderInput({ var_a1: 1 }, 'payme'), credit, cartId: cart.id }, thief)).toMatchObject({
      code: 'wrong-credit',
    })
    expect(await orderOf(buyer, { var_a1: 1 }, 50_000 * SOM, 'cash')).toMatchObject({ code: 'wrong-credit' })
    expect(await left(buyer)).toBe(50_000)
  })

  it('cannot be changed to the door afterwards', async () => {
    const buyer = await rich(50_000)
    const { orderId } = must(await orderOf(buyer, { var_a1: 1 }, 50_000 * SOM))
    expect(await startPayment(orderId, 'cash', 'uz')).toMatchObject({ code: 'provider-unavailable' })
  })
})

describe('credit comes back', () => {
  it('when the order is cancelled or expires before it is paid, once', async () => {
    const buyer = await rich(50_000)
    const first = must(await orderOf(buyer, { var_a1: 1 }, 50_000 * SOM))
    for (const _ of [1, 2]) must(await cancelOrder({ id: first.orderId }, { actor: buyer }))
    expect(await left(buyer)).toBe(50_000)
    const second = must(await orderOf(buyer, { var_a1: 1 }, 30_000 * SOM))
    await db.query(`update reservation set expires_at = now() - interval '1 minute' where order_id = $1`, [
      second.orderId,
    ])
    must(await expireOrder({ orderId: second.orderId }))
    expect(await left(buyer)).toBe(50_000)
    await atRest()
  })

  it('beside the money in its proportion, to the tiyin when all has gone back', async () => {
    const buyer = await rich(100_000)
    const placed = must(await orderOf(buyer, { var_a1: 3 }, 100_000 * SOM))
    await payFor(placed.orderId, buyer)
    const [parcel] = (await see(placed.orderId, buyer)).parcels
    if (!parcel) throw new Error('no parcel')
    const [item] = parcel.items
    const part = { parcelId: parcel.id, reason: 'agreed', items: [{ itemId: item?.id ?? '', quantity: 1 }] } as const
    must(await refundParcel({ ...part, items: [...part.items] }, operator))
    expect(await see(placed.orderId, buyer)).toMatchObject({
      refundedTotal: { amount: 100_000 * SOM },
      creditBack: { amount: Math.floor((100_000 * SOM) / 3) },
    })
    must(await refundParcel({ parcelId: parcel.id, reason: 'agreed' }, operator))
    expect(await left(buyer)).toBe(100_000)
    expect((await listRefunds(placed.orderId)).reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(200_000 * SOM)
    await atRest()
  })

  it('alone where it paid for all', async () => {
    const buyer = await rich(100_000)
    const placed = must(await orderOf(buyer, { var_a1: 1 }, 100_000 * SOM))
    must(await cancelOrder({ id: placed.orderId }, { actor: buyer }))
    expect(await left(buyer)).toBe(100_000)
    expect(await listRefunds(placed.orderId)).toEqual([])
    await atRest()
    expect((await listCredit(buyer)).items.map(({ type, amount }) => [type, amount.amount / SOM])).toEqual([
      ['refund', 100_000],
      ['credit-held', -100_000],
      ['credit-granted', 100_000],
    ])
  })
})

it('a gift is given once and taken back as far as it was not spent, once', async () => {
  const buyer = await rich(50_000)
  const gift = {
    ref: `gift-${buyer.id}`,
    userId: buyer.id,
    amount: money(50_000 * SOM, 'UZS'),
    rule: 'gift',
    sources: [],
  }
  await Promise.all(Array.from({ length: 10 }, () => transact((tx) => grantCredit(tx, gift))))
  expect(await left(buyer)).toBe(50_000)
  must(await orderOf(buyer, { var_a1: 1 }, 20_000 * SOM))
  for (const _ of [1, 2]) expect((await transact((tx) => takeCredit(tx, gift))).amount).toBe(30_000 * SOM)
  expect(await left(buyer)).toBe(0)
  await atRest()
})

it('the log alone gives the same orders and the same books', async () => {
  const rows = async () =>
    (await db.query('select id, credit, credit_back, paid_total, refunded_total from order_view order by id')).rows
  const before = await rows()
  await transact((tx) => rebuild(tx))
  expect(await rows()).toEqual(before)
  expect((await replayLedger()).posted).toBe(0)
  expect(await findBreaches()).toEqual([])
})

it('twenty checkouts at once spend the same credit once', async () => {
  const buyer = await rich(100_000)
  // A person has one open cart; that is not what must protect the money.
  const carts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const cart = await createCart()
      must(await addItem(cart, 'var_b1', 1))
      return cart
    }),
  )
  const { rows } = await db.query<{ indexname: string }>(
    `select indexname from pg_indexes where tablename = 'cart' and indexdef ilike '%unique%user_id%'`,
  )
  for (const { indexname } of rows) await db.query(`drop index "${indexname}"`)
  await db.query('update cart set user_id = $1 where id = any($2)', [buyer.id, carts.map(({ id }) => id)])
  const credit = { amount: String(60_000 * SOM), currency: 'UZS' as const }
  const tries = await Promise.all(
    carts.map((cart) => placeOrder({ ...orderInput({ var_b1: 1 }, 'payme'), credit, cartId: cart.id }, buyer)),
  )
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(tries.map((one) => (one.ok ? 'placed' : one.code)))).toEqual(new Set(['placed', 'not-enough-credit']))
  expect(await left(buyer)).toBe(40_000)
  await atRest()
})
