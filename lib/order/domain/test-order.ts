import { money } from '@/lib/kernel/money'
import type { OrderEvent, QuotedParcel } from './events'
import { type OrderCommand, order, type PlaceOrder } from './order'
import type { ParcelState, PlacedState } from './state'

export const uzs = (amount: number) => money(amount, 'UZS')

type Key = 'a' | 'b'
type Line = { quantity: number; price: number; bp?: number }

export const quotedParcel = (key: Key, lines: Line[], delivery = 0): QuotedParcel => ({
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
  method: 'courier',
  delivery: uzs(delivery),
  lines: lines.map(({ quantity, price, bp = 1000 }, index) => ({
    lineId: `lin_${key}${index}`,
    variantId: `var_${key}${index}`,
    productId: `prd_${key}${index}`,
    sku: `${key}${index}`,
    title: { uz: 'Choynak' },
    options: {},
    image: null,
    quantity,
    price: uzs(price),
    commissionBp: bp,
  })),
})

/** A share of each line (the last tiyin stays to be paid) and of the fee is taken off; of that the market pays a part. */
export const couponOf = (parcels: readonly QuotedParcel[], share: number, marketShare: number) => {
  const cut = (most: number) => {
    const discount = Math.floor(most * share)
    return { discount, subsidy: Math.floor(discount * marketShare) }
  }
  const cuts = parcels.map(({ lines, delivery }) => ({
    lines: lines.map(({ price, quantity }) => cut(price.amount * quantity - 1)),
    delivery: cut(delivery.amount),
  }))
  return { id: 'cpn_1', code: 'YOZ', cuts }
}

export const placeOf = (parcels: QuotedParcel[], discount = 0): PlaceOrder => ({
  type: 'PlaceOrder',
  orderId: 'ord_1',
  number: '104722913K',
  buyerId: null,
  cartId: 'crt_1',
  provider: 'payme',
  currency: 'UZS',
  discount,
  parcels,
})

/** A: three at 10.01 and one at 5.00 so'm with 2.00 delivery, B: one at 7.00; all with 1.00 off. */
export const place = placeOf(
  [
    quotedParcel(
      'a',
      [
        { quantity: 3, price: 1001 },
        { quantity: 1, price: 500, bp: 725 },
      ],
      200,
    ),
    quotedParcel('b', [{ quantity: 1, price: 700 }]),
  ],
  100,
)

export const paid: OrderCommand[] = [place, { type: 'MarkPaid', paymentId: 'pay_1' }]

export const step = (type: 'ConfirmParcel' | 'PackParcel' | 'DeliverParcel', key: Key): OrderCommand => ({
  type,
  parcelId: `par_${key}`,
  shopId: `sho_${key}`,
})

export const delivered = (key: Key): OrderCommand[] => [
  step('ConfirmParcel', key),
  step('PackParcel', key),
  { type: 'ShipParcel', parcelId: `par_${key}`, shopId: `sho_${key}`, tracking: null, carrier: null },
  step('DeliverParcel', key),
]

export function play(past: OrderCommand[]): { state: PlacedState; events: OrderEvent[] } {
  let state = order.initial
  const events: OrderEvent[] = []
  for (const command of past) {
    const decision = order.decide(state, command)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`)
    events.push(...decision.value)
    state = decision.value.reduce(order.evolve, state)
  }
  if (state.status === 'new') throw new Error('nothing was placed')
  return { state, events }
}

export const decide = (past: OrderCommand[], command: OrderCommand) => order.decide(play(past).state, command)

export function parcelAfter(past: OrderCommand[], key: Key = 'a'): ParcelState {
  const parcel = play(past).state.parcels[`par_${key}`]
  if (!parcel) throw new Error('no such parcel')
  return parcel
}

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>['data']

/** The data of every event of a type that the last command brought. */
export function brought<Type extends OrderEvent['type']>(
  past: OrderCommand[],
  command: OrderCommand,
  type: Type,
): Of<Type>[] {
  const decision = decide(past, command)
  if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`)
  return decision.value.flatMap((event) => (event.type === type ? [event.data as Of<Type>] : []))
}

export const typesOf = (past: OrderCommand[], command: OrderCommand) => {
  const decision = decide(past, command)
  return decision.ok ? decision.value.map(({ type }) => type) : decision.code
}
