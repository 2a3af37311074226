import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCart } from '@/lib/cart'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { settle } from '@/lib/kernel/test-work'
import { atRest } from '@/lib/ledger/at-rest-fixture'
import { capturePayment, startPayment } from '@/lib/payment'
import { acceptCoupon, createCoupon } from '@/lib/promotion'
import { couponInputSchema } from '@/lib/promotion/schema'
import { cancelOrder, expireOrder, getOrder, placeOrder, quoteCoupon, refundParcel } from '.'
import { fillCart, orderInput, seedMarket, tryOrder } from './test-market'
import { deliver, operator, shopA } from './test-paid-order'

const admin = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const
const seller = {
  kind: 'user',
  id: 'usr_2',
  name: 'B',
  phone: '+998900000002',
  role: 'seller',
  shopId: 'sho_a',
} as const

async function made(code: string, over: object = {}) {
  const terms = { code, kind: 'percent', percentBp: 1000, marketBp: 10_000, startsAt: new Date(0), ...over }
  const { id, status } = must(await createCoupon(couponInputSchema.parse(terms), admin))
  if (status === 'proposed') must(await acceptCoupon(id, seller))
}

const who = (phone: string) => ({ contact: { name: 'Gulnora', phone } })
const usedOf = async (code: string) => (await db.query('select used from coupon where code = $1', [code])).rows[0].used

const backAgain = (code: string) => settle(async () => expect(await usedOf(code)).toBe(0))

/** Debit positive, without shops' own parts. */
async function booked(orderId: string) {
  const { rows } = await db.query(
    `select a.kind, sum(e.amount)::bigint as amount from ledger_txn t join ledger_entry e on e.txn_id = t.id
       join ledger_account a on a.id = e.account_id where t.order_id = $1 group by 1 having sum(e.amount) <> 0`,
    [orderId],
  )
  return Object.fromEntries(rows.map(({ kind, amount }) => [kind, Number(amount)]))
}

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 1000)
})
afterAll(dropTestDbs)

describe('an order with a coupon', () => {
  it('costs less; the market pays the shop its part, and a refund gives it back', async () => {
    await made('YARIM', { shopId: 'sho_a', percentBp: 2000, marketBp: 5000 })
    const placed = must(await tryOrder({ var_a1: 1, var_b1: 1 }, { coupon: ' yarim ', ...who('+998901000001') }))
    expect(placed.order.discountTotal.amount).toBe(2_000_000)
    expect(placed.total.amount).toBe(18_000_000)
    const payment = must(await startPayment(placed.orderId, 'payme', 'uz'))
    must(await capturePayment({ ...payment, amount: placed.total, providerRef: 'tx-1' }))
    await atRest()
    const seen = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
    expect(seen).toMatchObject({ discountTotal: { amount: 2_000_000 } })
    const parcel = seen?.parcels.find(({ shop }) => shop.slug === 'alfa')
    // 8 of the buyer's and 1 of the market's, of which a tenth is the commission; the other shop bears nothing.
    expect(parcel).toMatchObject({ subsidy: { amount: 1_000_000 }, commission: { amount: 900_000 } })
    expect(await booked(placed.orderId)).toMatchObject({ promotion: 1_000_000 })
    must(await deliver(parcel?.id ?? ''))
    must(await refundParcel({ parcelId: parcel?.id ?? '', reason: 'agreed' }, shopA))
    await atRest()
    expect(await booked(placed.orderId)).not.toHaveProperty('promotion')
  })

  it('leaves something to pay, and pays the way where it is for that', async () => {
    await made('HAMMASI', { kind: 'fixed', percentBp: null, amount: 9_000_000_000 })
    expect(must(await tryOrder({ var_a1: 2 }, { coupon: 'HAMMASI' })).total.amount).toBe(100_000)
    await db.query('update shop set free_from = null, courier_fee = 1500000')
    await made('YOL', { kind: 'free-delivery', percentBp: null })
    const placed = must(await tryOrder({ var_a1: 1 }, { coupon: 'YOL' }, 'payme', 'courier'))
    expect(placed.order).toMatchObject({ deliveryTotal: { amount: 0 }, total: { amount: 10_000_000 } })
    expect(await tryOrder({ var_a1: 1 }, { coupon: 'YOL' })).toMatchObject({ code: 'coupon-not-for-these' })
  })

  it('is refused by name, and the total that was expected is asked first', async () => {
    await made('KATTA', { minTotal: 50_000_000 })
    await made('ALFADA', { shopId: 'sho_a' })
    await made('ILK', { segment: 'first-order' })
    await made('YANA', { segment: 'returning' })
    const told = async (coupon: string, wish: Record<string, number> = { var_b1: 1 }, phone = '+998901000002') => {
      const placed = await tryOrder(wish, { coupon, ...who(phone) })
      return placed.ok ? 'placed' : placed.code
    }
    expect(await told('yoq!')).toBe('unknown-coupon')
    expect(await told('YOQ')).toBe('unknown-coupon')
    expect(await told('KATTA')).toBe('coupon-minimum')
    expect(await told('ALFADA')).toBe('coupon-not-for-these')
    expect(await told('YANA')).toBe('coupon-not-for-you')
    expect(await told('ILK')).toBe('placed')
    expect(await told('ILK')).toBe('coupon-used')
    expect(await told('YANA')).toBe('placed')
    const expectedTotal = { amount: '10000000', currency: 'UZS' } as const
    const changed = await tryOrder({ var_a1: 1 }, { coupon: 'ALFADA', expectedTotal })
    expect(changed).toMatchObject({ code: 'price-changed', detail: { total: { amount: '9000000' } } })
  })

  it('gives it back when it expires or is cancelled', async () => {
    await made('BITTA', { limitTotal: 1, limitPerson: 1 })
    const first = must(await tryOrder({ var_a2: 1 }, { coupon: 'BITTA', ...who('+998901000003') }))
    expect(await tryOrder({ var_a2: 1 }, { coupon: 'BITTA' })).toMatchObject({ code: 'coupon-exhausted' })
    await db.query(`update reservation set expires_at = now() - interval '1 minute' where order_id = $1`, [
      first.orderId,
    ])
    await expireOrder({ orderId: first.orderId })
    await backAgain('BITTA')
    const second = must(await tryOrder({ var_a2: 1 }, { coupon: 'BITTA', ...who('+998901000003') }))
    must(await cancelOrder({ id: second.orderId }, { actor: operator }))
    await backAgain('BITTA')
  })

  it('for one use is won by one of two hundred carts; the others keep theirs', async () => {
    await made('POYGA', { limitTotal: 1 })
    const carts: { id: string; token: string }[] = []
    for (const _ of Array(200)) carts.push(await fillCart({ var_b2: 1 }))
    const quote = { ...orderInput({ var_b2: 1 }, 'payme'), coupon: 'POYGA', phone: null }
    expect(await quoteCoupon(quote, { kind: 'guest', cartToken: carts[0]?.token } as never)).toMatchObject({ ok: true })
    const placing = (at: number) => {
      const cart = carts[at]
      if (!cart) throw new Error('no such cart')
      const input = { ...orderInput({ var_b2: 1 }, 'payme'), ...who(`+9989${String(at).padStart(8, '0')}`) }
      return placeOrder({ ...input, coupon: 'POYGA', cartId: cart.id }, { kind: 'guest', cartToken: cart.token })
    }
    // More at once than there are connections, but no more than a loaded machine lets wait for one.
    const results: Awaited<ReturnType<typeof placing>>[] = []
    let next = 0
    const buyer = async () => {
      while (next < carts.length) results.push(await placing(next++))
    }
    await Promise.all(Array.from({ length: 80 }, buyer))
    const refused = results.flatMap((one) => (one.ok ? [] : [one.code]))
    expect(refused).toEqual(Array(199).fill('coupon-exhausted'))
    const states: (string | undefined)[] = []
    for (const { token } of carts) states.push((await getCart({ token }))?.status)
    expect(states.filter((status) => status === 'open')).toHaveLength(199)
    expect(await usedOf('POYGA')).toBe(1)
    const { rows } = await db.query(`select count(*)::int as held from reservation where variant_id = 'var_b2'`)
    expect(rows[0].held).toBe(1)
  })
})
