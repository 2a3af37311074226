import { allocate, type Money, money, sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { CancelReason, EventOf, OrderEvent, ParcelId, RefundBy, RefundId, ShopId } from './events'
import { after } from './evolve'
import { type Asked, type Computed, refundAmounts } from './refund-amounts'
import { escrowOf, findParcel, idsOf, leftOf, type ParcelState, type PlacedState, parcelsOf } from './state'

/** `credit`: of the amount, where the provider has said what it gave back; else it is split as what is left is. */
type Why = { refundId: RefundId; reason: string; by: RefundBy; credit?: number }

export type RefundCommand =
  | ({
      type: 'RefundParcel'
      parcelId: ParcelId
      /** Null: the operator, who may refund every parcel. */
      shopId: ShopId | null
      asked:
        | { all: true }
        | { items: Extract<Asked, { items: unknown }>['items']; delivery?: boolean }
        | { amount: Money }
    } & Why)
  | { type: 'RefundByProvider'; amount: Money; reason: string }

/** The shop bears it out of escrow first; what had been released to it already, it owes. */
export function acceptRefund(
  state: PlacedState,
  parcelId: ParcelId,
  parcel: ParcelState,
  { lines, delivery, deliverySubsidy }: Computed,
  why: Why,
): EventOf<'RefundAccepted'> {
  const { currency, paidBy } = state
  const worth = (minor: number) => money(minor, currency)
  const add = (items: Money[]) => sum(items, currency)
  const amount = add([...lines.map((line) => line.amount), worth(delivery)])
  const commission = add(lines.map((line) => line.commission))
  const subsidy = lines.reduce((all, line) => all + (line.subsidy?.amount ?? 0), deliverySubsidy)
  const released = Math.max(0, amount.amount + subsidy - commission.amount - escrowOf(parcel))
  const { refundId, reason, by, credit } = why
  const of = { ...idsOf(state, parcelId, parcel), refundId, paymentId: paidBy, reason, by, unsold: false }
  const market = {
    ...(deliverySubsidy > 0 && { deliverySubsidy: worth(deliverySubsidy) }),
    ...(subsidy > 0 && { subsidy: worth(subsidy) }),
  }
  const asCredit = credit !== undefined && state.credit > 0 ? { credit: worth(credit) } : {}
  const back = {
    lines,
    delivery: worth(delivery),
    amount,
    ...asCredit,
    ...market,
    commission,
    released: worth(released),
  }
  return { type: 'RefundAccepted', data: { ...of, ...back } }
}

/** Everything that is left of a parcel; nothing where it was never paid for. A parcel ends once, so its id is enough. */
export function refundRest(
  state: PlacedState,
  parcelId: ParcelId,
  reason: string,
  by: RefundBy,
): EventOf<'RefundAccepted'>[] {
  const parcel = state.parcels[parcelId]
  if (!parcel?.paid || leftOf(parcel) === 0) return []
  const computed = refundAmounts(parcel, { all: true }, state.currency)
  if (!computed.ok) throw new Error('Everything that is left cannot be too much')
  const refundId: RefundId = `rfd_${parcelId.slice(4)}`
  return [acceptRefund(state, parcelId, parcel, computed.value, { refundId, reason, by })]
}

/** Paid for but gone before the money came: it goes back whole, and no shop or commission is concerned. */
export function refundUnsold(state: PlacedState, parcelId: ParcelId, parcel: ParcelState): EventOf<'RefundAccepted'> {
  const none = money(0, state.currency)
  const lines = parcel.lines.map(({ lineId, quantity, paid }) => {
    return { lineId, quantity, amount: money(paid, state.currency), commission: none }
  })
  const why = { refundId: `rfd_${parcelId.slice(4)}`, reason: 'cancelled-before-paid', by: 'system' } as const
  const { data } = acceptRefund(state, parcelId, parcel, { lines, delivery: parcel.delivery, deliverySubsidy: 0 }, why)
  return { type: 'RefundAccepted', data: { ...data, released: none, unsold: true } }
}

export const byOf = (reason: CancelReason): RefundBy =>
  reason === 'refunded' ? 'provider' : reason === 'expired' ? 'system' : reason

/** A cancelled parcel and its money, in one decision. */
export function cancelParcel(
  state: PlacedState,
  parcelId: ParcelId,
  parcel: ParcelState,
  reason: CancelReason,
): OrderEvent[] {
  const { total, variantIds } = parcel
  const data = { ...idsOf(state, parcelId, parcel), reason, total, variantIds }
  return [{ type: 'ParcelCancelled', data }, ...refundRest(state, parcelId, reason, byOf(reason))]
}

/** All, some or a part of the money of one parcel. The same refund again is one refund. */
export function refundParcel(state: PlacedState, command: Extract<RefundCommand, { type: 'RefundParcel' }>) {
  const parcel = findParcel(state, command)
  if (!parcel) return fail('not-found')
  if (state.refundIds.includes(command.refundId)) return ok([])
  if (!parcel.paid) return fail('not-paid')
  if (leftOf(parcel) === 0) return fail('nothing-to-refund')
  const { asked } = command
  if ('amount' in asked && asked.amount.currency !== state.currency) return fail('wrong-currency')
  const plain: Asked = 'amount' in asked ? { amount: asked.amount.amount } : asked
  if ('amount' in plain && plain.amount <= 0) return fail('nothing-to-refund')
  const computed = refundAmounts(parcel, plain, state.currency)
  if (!computed.ok) return computed
  const accepted = acceptRefund(state, command.parcelId, parcel, computed.value, command)
  return accepted.data.amount.amount > 0 ? ok<OrderEvent[]>([accepted]) : fail('nothing-to-refund')
}

const hasLeft = ({ status }: ParcelState) => status === 'shipped' || status === 'delivered' || status === 'returned'

/** An order of which nothing is left to pay for and nothing has left is over. */
export function cancelEmpty(state: PlacedState): OrderEvent[] {
  const parcels = parcelsOf(state)
  const over = parcels.every(([, parcel]) => !hasLeft(parcel) && (!parcel.paid || leftOf(parcel) === 0))
  if (!over || state.status === 'cancelled') return []
  const cancelled = parcels
    .filter(([, { status }]) => status !== 'cancelled')
    .flatMap(([parcelId, parcel]) => cancelParcel(state, parcelId, parcel, 'refunded'))
  return [...cancelled, { type: 'OrderCancelled', data: { orderId: state.orderId, reason: 'refunded' } }]
}

/**
 * The provider gave money back by itself: every parcel bears its share of it, as far as there is anything left. The
 * credit beside that money goes back with it.
 */
export function refundByProvider(
  state: PlacedState,
  { amount, reason }: Extract<RefundCommand, { type: 'RefundByProvider' }>,
) {
  if (amount.currency !== state.currency) return fail('wrong-currency')
  const paid = parcelsOf(state).filter(([, parcel]) => parcel.paid && leftOf(parcel) > 0)
  const lefts = paid.map(([, parcel]) => leftOf(parcel))
  const all = lefts.reduce((sum, left) => sum + left, 0)
  const taken = all - (state.credit - state.creditBack)
  const due = Math.min(amount.amount, taken)
  if (due <= 0) return ok<OrderEvent[]>([])
  const whole = Number((BigInt(due) * BigInt(all)) / BigInt(taken))
  const parts = allocate(money(whole, state.currency), lefts)
  const moneys = allocate(
    money(due, state.currency),
    parts.map((part) => part.amount),
  )
  const refunds = paid.flatMap(([parcelId, parcel], index): OrderEvent[] => {
    const part = parts[index]?.amount ?? 0
    const asked: Asked = part === lefts[index] ? { all: true } : { amount: part }
    const computed = refundAmounts(parcel, asked, state.currency)
    if (!computed.ok || part === 0) return []
    const refundId: RefundId = `rfd_${parcelId.slice(4)}p${state.refundIds.length}`
    const credit = part - (moneys[index]?.amount ?? 0)
    return [acceptRefund(state, parcelId, parcel, computed.value, { refundId, reason, by: 'provider', credit })]
  })
  return ok<OrderEvent[]>([...refunds, ...cancelEmpty(after(state, refunds))])
}
