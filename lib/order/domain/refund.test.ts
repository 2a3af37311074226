import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderEvent } from './events'
import { order as decider, type OrderCommand } from './order'
import { leftOf, type ParcelState, type PlacedState } from './state'
import {
  brought,
  couponOf,
  delivered,
  paid,
  parcelAfter,
  place,
  placeOf,
  play,
  quotedParcel,
  typesOf,
  uzs,
} from './test-order'

type Asked = Extract<OrderCommand, { type: 'RefundParcel' }>['asked']
let next = 0
const refund = (asked: Asked, shopId: 'sho_a' | 'sho_b' | null = 'sho_a'): OrderCommand => ({
  type: 'RefundParcel',
  refundId: `rfd_${++next}`,
  parcelId: 'par_a',
  shopId,
  asked,
  reason: 'defective',
  by: 'shop',
})
const items = (index: number, quantity: number) => refund({ items: [{ lineId: `lin_a${index}`, quantity }] })
const amount = (minor: number) => refund({ amount: uzs(minor) })
const accepted = (past: OrderCommand[], command: OrderCommand) => brought(past, command, 'RefundAccepted')
const drop: OrderCommand = { type: 'CancelParcel', parcelId: 'par_a', shopId: 'sho_a', reason: 'shop' }

/** Nothing is left of it for anybody: the buyer has it all back, the shop and the market have nothing. */
const isWhole = (parcel: ParcelState) => {
  expect(leftOf(parcel)).toBe(0)
  expect(parcel.released + parcel.taken).toBeLessThanOrEqual(parcel.share)
  for (const line of parcel.lines) {
    expect(line.back.amount).toBe(line.paid)
    expect(line.back.commission).toBe(line.commission)
    expect(line.back.subsidy).toBe(line.subsidy)
  }
}

describe('a refund', () => {
  it('needs money, a parcel of one’s own and something left', () => {
    expect(typesOf([place], amount(1))).toBe('not-paid')
    expect(typesOf(paid, refund({ all: true }, 'sho_b'))).toBe('not-found')
    expect(typesOf(paid, refund({ all: true }, null))).toEqual(['RefundAccepted'])
    expect(typesOf([...paid, refund({ all: true })], amount(1))).toBe('nothing-to-refund')
    expect(typesOf(paid, amount(0))).toBe('nothing-to-refund')
    expect(typesOf(paid, refund({ amount: { amount: 1, currency: 'USD' } }))).toBe('wrong-currency')
    expect(typesOf(paid, refund({ items: [{ lineId: 'lin_b0', quantity: 1 }] }))).toBe('not-found')
    expect(typesOf(paid, items(0, 4))).toBe('refund-too-large')
    expect(typesOf([...paid, items(0, 2)], items(0, 2))).toBe('refund-too-large')
  })
  it('is one, however often it is asked for', () => {
    const once = amount(100)
    expect(typesOf([...paid, once], once)).toEqual([])
  })
  it('of everything gives back the commission and the delivery', () => {
    const [event] = accepted(paid, refund({ all: true }))
    const parcel = parcelAfter(paid)
    expect(event?.amount).toEqual(parcel.total)
    expect(event?.commission.amount).toBe(parcel.total.amount - parcel.share)
    expect(event?.delivery).toEqual(uzs(200))
    isWhole(parcelAfter([...paid, refund({ all: true })]))
  })
  it('of items, one by one, adds up to the line, the discount shared', () => {
    const line = parcelAfter(paid).lines[0]
    const parts = [items(0, 1), items(0, 1), items(0, 1)]
    const amounts = parts.map(
      (part, index) => accepted([...paid, ...parts.slice(0, index)], part)[0]?.amount.amount ?? 0,
    )
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(line?.paid)
    expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1)
  })
  it('of an amount takes the goods first and the delivery fee last', () => {
    const goods = leftOf(parcelAfter(paid)) - 200
    expect(accepted(paid, amount(goods))[0]?.delivery.amount).toBe(0)
    expect(accepted(paid, amount(goods + 150))[0]?.delivery.amount).toBe(150)
    expect(typesOf(paid, amount(goods + 201))).toBe('refund-too-large')
  })
  it('is borne out of escrow first; what had been released the shop owes', () => {
    const received: OrderCommand = { type: 'ConfirmReceipt', parcelId: 'par_a', by: 'buyer' }
    const [early] = accepted([...paid, ...delivered('a')], refund({ all: true }))
    expect(early?.released.amount).toBe(0)
    const [late] = accepted([...paid, ...delivered('a'), received], refund({ all: true }))
    expect(late?.released.amount).toBe(parcelAfter(paid).share)
  })
})

describe('a cancellation', () => {
  it('refunds what is left, in the same decision', () => {
    const [event] = accepted([...paid, amount(1000)], drop)
    expect(event?.amount.amount).toBe(parcelAfter(paid).total.amount - 1000)
    isWhole(parcelAfter([...paid, amount(1000), drop]))
    expect(typesOf([...paid, refund({ all: true })], drop)).toEqual(['ParcelCancelled'])
  })
  it('before the money comes gives it back when it comes, and no shop bears it', () => {
    const [event] = accepted([place, drop], { type: 'MarkPaid', paymentId: 'pay_1' })
    expect(event).toMatchObject({
      unsold: true,
      amount: parcelAfter(paid).total,
      commission: uzs(0),
      paymentId: 'pay_1',
    })
    const [order] = brought([place, drop], { type: 'MarkPaid', paymentId: 'pay_1' }, 'OrderPaid')
    expect(order?.parcelIds).toEqual(['par_b'])
    expect(typesOf([place, drop, { type: 'MarkPaid', paymentId: 'pay_1' }], refund({ all: true }))).toBe('not-paid')
  })
})

describe('what the provider gave back by itself', () => {
  const back = (minor: number): OrderCommand => ({ type: 'RefundByProvider', amount: uzs(minor), reason: 'payme' })
  const total = play(paid).state.total.amount
  it('is borne by every parcel and ends an order of which nothing has left', () => {
    expect(typesOf(paid, back(total))).toEqual([
      'RefundAccepted',
      'RefundAccepted',
      'ParcelCancelled',
      'ParcelCancelled',
      'OrderCancelled',
    ])
    expect(typesOf(paid, back(1000))).toEqual(['RefundAccepted', 'RefundAccepted'])
    expect(typesOf([...paid, ...delivered('a')], back(total))).toEqual(['RefundAccepted', 'RefundAccepted'])
  })
  it('is never more than is left', () => {
    const sum = accepted([...paid, amount(1000)], back(total)).reduce((all, one) => all + one.amount.amount, 0)
    expect(sum).toBe(total - 1000)
    expect(typesOf([...paid, back(total)], back(total))).toEqual([])
  })
})

it('cash has no escrow: the shop holds all of it, and only of what was delivered', () => {
  const cash: OrderCommand[] = [
    { ...place, provider: 'cash' },
    ...delivered('a'),
    { type: 'CancelParcel', parcelId: 'par_b', shopId: 'sho_b', reason: 'shop' },
    { type: 'MarkPaid', paymentId: 'pay_1', cash: true },
  ]
  const [order] = brought(cash.slice(0, -1), { type: 'MarkPaid', paymentId: 'pay_1', cash: true }, 'OrderPaid')
  expect(order).toMatchObject({ parcelIds: ['par_a'], cash: true, total: parcelAfter(cash).total })
  const [event] = accepted(cash, refund({ all: true }))
  expect(event?.released.amount).toBe(parcelAfter(cash).share)
})

const order = fc
  .record({
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 7 }),
        price: fc.integer({ min: 1, max: 100_000 }),
        bp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    delivery: fc.integer({ min: 0, max: 5000 }),
    discount: fc.integer({ min: 0, max: 100 }),
    coupon: fc.option(fc.tuple(fc.constantFrom(0.1, 0.5, 0.97, 1), fc.constantFrom(0, 0.33, 1))),
  })
  .map(({ lines, delivery, discount, coupon }) => {
    const worth = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
    const parcels = [quotedParcel('a', lines, delivery)]
    if (coupon) return { ...placeOf(parcels), coupon: couponOf(parcels, ...coupon) }
    return placeOf(parcels, Math.floor((worth * discount) / 100))
  })

const anyRefund = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })).map(([index, n]) => items(index, n)),
  fc.integer({ min: 1, max: 60_000 }).map(amount),
  fc.integer({ min: 1, max: 60_000 }).map(
    (minor): OrderCommand => ({
      type: 'RefundByProvider',
      amount: uzs(minor),
      reason: 'stripe',
    }),
  ),
)

it('whatever is refunded in whatever order, all of it adds up to what was paid, to the tiyin', () => {
  fc.assert(
    fc.property(order, fc.array(anyRefund, { maxLength: 12 }), fc.boolean(), (placed, wishes, released) => {
      const received: OrderCommand = { type: 'ConfirmReceipt', parcelId: 'par_a', by: 'timer' }
      const past: OrderCommand[] = [placed, { type: 'MarkPaid', paymentId: 'pay_1' }, ...delivered('a')]
      let state = play(released ? [...past, received] : past).state
      const worth = state.parcels['par_a']
      if (!worth || worth.total.amount === 0) return
      const refunds: Extract<OrderEvent, { type: 'RefundAccepted' }>['data'][] = []
      for (const wish of [...wishes, refund({ all: true })]) {
        const decision = decider.decide(state, wish)
        for (const event of decision.ok ? decision.value : []) {
          state = decider.evolve(state, event) as PlacedState
          if (event.type === 'RefundAccepted') refunds.push(event.data)
        }
      }
      const sum = (of: 'amount' | 'subsidy' | 'commission' | 'released' | 'delivery') =>
        refunds.reduce((all, one) => all + (one[of]?.amount ?? 0), 0)
      const subsidy = worth.lines.reduce((all, line) => all + line.subsidy, worth.deliverySubsidy)
      expect(sum('amount')).toBe(worth.total.amount)
      expect(sum('subsidy')).toBe(subsidy)
      expect(sum('commission')).toBe(worth.total.amount + subsidy - worth.share)
      expect(sum('released')).toBe(released ? worth.share : 0)
      for (const { lines, commission, amount: given, subsidy: one } of refunds) {
        expect(commission.amount).toBeLessThanOrEqual(given.amount + (one?.amount ?? 0))
        for (const { amount: back, subsidy: part, commission: fee } of lines) {
          expect(part?.amount ?? 0).toBeGreaterThanOrEqual(0)
          expect(fee.amount).toBeLessThanOrEqual(back.amount + (part?.amount ?? 0))
        }
      }
      isWhole(state.parcels['par_a'] ?? worth)
    }),
    { numRuns: 300 },
  )
})
