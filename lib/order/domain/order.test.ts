import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import type { OrderEvent, QuotedParcel } from './events'
import { orderNumber } from './number'
import { type OrderCommand, type OrderFailure, order, type PlaceOrder } from './order'

const som = (amount: number) => money(amount * 100, 'UZS')

const parcel = (key: 'a' | 'b', price: number, delivery = 0): QuotedParcel => ({
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
  method: 'courier',
  delivery: som(delivery),
  lines: [
    {
      lineId: `lin_${key}`,
      variantId: `var_${key}`,
      productId: `prd_${key}`,
      sku: key,
      title: { uz: 'Choynak' },
      options: {},
      image: null,
      quantity: 2,
      price: som(price),
      commissionBp: 1000,
    },
  ],
})

const place: PlaceOrder = {
  type: 'PlaceOrder',
  orderId: 'ord_1',
  number: '104722913K',
  buyerId: null,
  cartId: 'crt_1',
  provider: 'payme',
  currency: 'UZS',
  discount: 0,
  parcels: [parcel('a', 100_000, 15_000), parcel('b', 50_000)],
}

const play = (past: OrderCommand[], command: OrderCommand) => {
  let state = order.initial
  for (const one of past) {
    const decision = order.decide(state, one)
    if (!decision.ok) throw new Error(`${one.type}: ${decision.code}`)
    state = decision.value.reduce(order.evolve, state)
  }
  return order.decide(state, command)
}

const given = (...past: OrderCommand[]) => ({
  when: (command: OrderCommand) => ({
    then(...types: OrderEvent['type'][]) {
      const decision = play(past, command)
      expect(decision.ok ? decision.value.map(({ type }) => type) : decision.code).toEqual(types)
    },
    refuses(code: OrderFailure) {
      expect(play(past, command)).toMatchObject({ ok: false, code })
    },
  }),
})

const paid: OrderCommand[] = [place, { type: 'MarkPaid', paymentId: 'pay_1' }]
const on = (type: 'ConfirmParcel' | 'PackParcel' | 'DeliverParcel' | 'ReturnParcel', key: 'a' | 'b'): OrderCommand => ({
  type,
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
})
const ship = (key: 'a' | 'b'): OrderCommand => ({
  type: 'ShipParcel',
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
  tracking: 'A1',
  carrier: null,
})
const drop = (key: 'a' | 'b'): OrderCommand => ({
  type: 'CancelParcel',
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
  reason: 'shop',
})
const shipped = (key: 'a' | 'b') => [on('ConfirmParcel', key), on('PackParcel', key), ship(key)]
const delivered = (key: 'a' | 'b') => [...shipped(key), on('DeliverParcel', key)]

describe('placing', () => {
  it('happens once', () => {
    given().when(place).then('OrderPlaced')
    given(place).when(place).refuses('already-placed')
  })
  it('needs something to order', () =>
    given()
      .when({ ...place, parcels: [] })
      .refuses('empty-order'))
  it('releases parcels at once when cash is paid at the door', () =>
    given()
      .when({ ...place, provider: 'cash' })
      .then('OrderPlaced', 'OrderReleased'))
  it('adds up to the tiyin, discount and commission shared by line', () => {
    const decision = play([], { ...place, discount: 100 })
    if (!decision.ok || decision.value[0]?.type !== 'OrderPlaced') throw new Error('not placed')
    const { data } = decision.value[0]
    expect(data.total).toEqual(money(31_500_000 - 100, 'UZS'))
    expect(data.parcels.map(({ discount }) => discount.amount)).toEqual([67, 33])
    expect(data.parcels.map(({ commission }) => commission.amount)).toEqual([1_999_993, 999_997])
    expect(data.parcels.reduce((sum, { total }) => sum + total.amount, 0)).toBe(data.total.amount)
  })
})

describe('paying', () => {
  it('counts once, whoever repeats it', () => {
    given(place).when({ type: 'MarkPaid', paymentId: 'pay_1' }).then('OrderPaid')
    given(...paid)
      .when({ type: 'MarkPaid', paymentId: 'pay_1' })
      .then()
    given(...paid)
      .when({ type: 'MarkPaid', paymentId: 'pay_2' })
      .refuses('already-paid')
  })
  it('comes too late for an order that is gone', () =>
    given(place, { type: 'CancelOrder', reason: 'expired' })
      .when({ type: 'MarkPaid', paymentId: 'pay_1' })
      .refuses('cancelled'))
  it('at the door completes nothing twice', () =>
    given({ ...place, provider: 'cash' }, ...delivered('a'), ...delivered('b'))
      .when({ type: 'MarkPaid', paymentId: 'pay_1' })
      .then('OrderPaid'))
})

describe('parcels', () => {
  it('wait for the money', () => given(place).when(on('ConfirmParcel', 'a')).refuses('not-paid'))
  it('go step by step', () => {
    given(...paid)
      .when(on('ConfirmParcel', 'a'))
      .then('ParcelConfirmed')
    given(...paid)
      .when(ship('a'))
      .refuses('wrong-status')
    given(...paid, on('ConfirmParcel', 'a'), on('PackParcel', 'a'))
      .when(ship('a'))
      .then('ParcelShipped')
    given(...paid, ...shipped('a'))
      .when(on('PackParcel', 'a'))
      .refuses('wrong-status')
  })
  it('take the same step again in silence', () =>
    given(...paid, ...shipped('a'))
      .when(ship('a'))
      .then())
  it('of another shop do not exist', () =>
    given(...paid)
      .when({ type: 'ConfirmParcel', parcelId: 'par_a', shopId: 'sho_b' })
      .refuses('not-found'))
  it('are cancelled one by one, and the last one takes the order along', () => {
    given(...paid)
      .when(drop('a'))
      .then('ParcelCancelled', 'RefundAccepted')
    given(...paid, drop('a'))
      .when(on('ConfirmParcel', 'b'))
      .then('ParcelConfirmed')
    given(...paid, drop('a'))
      .when(drop('b'))
      .then('ParcelCancelled', 'RefundAccepted', 'OrderCancelled')
    given(...paid, drop('a'))
      .when(on('ConfirmParcel', 'a'))
      .refuses('cancelled')
  })
  it('that have left are not cancelled', () =>
    given(...paid, ...shipped('a'))
      .when(drop('a'))
      .refuses('already-shipped'))
  it('complete the order when the last one has come', () => {
    given(...paid, ...delivered('a'), ...shipped('b'))
      .when(on('DeliverParcel', 'b'))
      .then('ParcelDelivered', 'OrderCompleted')
    given(...paid, ...delivered('a'))
      .when(drop('b'))
      .then('ParcelCancelled', 'RefundAccepted', 'OrderCompleted')
    given(...paid, ...shipped('a'))
      .when(on('ReturnParcel', 'a'))
      .then('ParcelReturned', 'RefundAccepted')
    given(...paid, ...delivered('a'), ...delivered('b'))
      .when(on('ReturnParcel', 'a'))
      .then('ParcelReturned', 'RefundAccepted')
  })
})

describe('cancelling the order', () => {
  it('takes every parcel that is still here', () => {
    given(place)
      .when({ type: 'CancelOrder', reason: 'buyer' })
      .then('ParcelCancelled', 'ParcelCancelled', 'OrderCancelled')
    given(...paid, drop('a'))
      .when({ type: 'CancelOrder', reason: 'buyer' })
      .then('ParcelCancelled', 'RefundAccepted', 'OrderCancelled')
  })
  it('is too late once a parcel has left', () =>
    given(...paid, ...shipped('a'))
      .when({ type: 'CancelOrder', reason: 'buyer' })
      .refuses('already-shipped'))
  it('twice changes nothing', () =>
    given(place, { type: 'CancelOrder', reason: 'buyer' }).when({ type: 'CancelOrder', reason: 'buyer' }).then())
})

it('numbers have a fixed length and end in a letter', () => {
  for (const random of [0, 1, 899_999_999, 900_000_000, 2 ** 47 - 1])
    expect(orderNumber(random)).toMatch(/^\d{9}[A-Z]$/)
})
