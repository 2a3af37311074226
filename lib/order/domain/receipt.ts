import { type Money, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { DisputeId, OrderEvent, ParcelId, RefundBy, ReleaseBy } from './events'
import { after } from './evolve'
import { acceptRefund } from './refund'
import { refundAmounts } from './refund-amounts'
import { disputed, escrowOf, frozenOf, idsOf, leftOf, type ParcelState, type PlacedState, parcelsOf } from './state'

export type ReceiptCommand =
  /** The goods have come: the shop's share leaves escrow, except what is argued about. */
  | { type: 'ConfirmReceipt'; parcelId: ParcelId; by: ReleaseBy }
  | { type: 'OpenDispute'; disputeId: DisputeId; parcelId: ParcelId; amount: Money; reason: string; by: RefundBy }
  /** `refund`: what the buyer gets of it; 0 is a decision for the shop. */
  | { type: 'ResolveDispute'; disputeId: DisputeId; refund: Money }

function release(state: PlacedState, parcelId: ParcelId, parcel: ParcelState, by: ReleaseBy): OrderEvent {
  const escrow = escrowOf(parcel)
  const share = Math.max(0, escrow - frozenOf(parcel))
  const data = { ...idsOf(state, parcelId, parcel), share: money(share, state.currency), by, final: share === escrow }
  return { type: 'ParcelReleased', data }
}

/** After a decision: what it has set free of a parcel whose receipt is settled. */
export function releaseRest(state: PlacedState, parcelId: ParcelId): OrderEvent[] {
  const parcel = state.parcels[parcelId]
  if (!parcel?.paid || (parcel.receipt === null && parcel.status !== 'returned')) return []
  const free = escrowOf(parcel) - frozenOf(parcel)
  return free > 0 ? [release(state, parcelId, parcel, parcel.receipt ?? 'operator')] : []
}

function confirm(state: PlacedState, { parcelId, by }: Extract<ReceiptCommand, { type: 'ConfirmReceipt' }>) {
  const parcel = state.parcels[parcelId]
  if (!parcel) return fail('not-found')
  if (parcel.receipt !== null) return ok([])
  if (parcel.status !== 'delivered') return fail('not-delivered')
  if (!parcel.paid) return fail('not-paid')
  return ok([release(state, parcelId, parcel, by)])
}

function open(state: PlacedState, command: Extract<ReceiptCommand, { type: 'OpenDispute' }>) {
  const { type: _, parcelId, disputeId, amount } = command
  const parcel = state.parcels[parcelId]
  if (!parcel) return fail('not-found')
  if (parcel.disputes[disputeId]) return ok([])
  if (!parcel.paid) return fail('not-paid')
  if (parcel.status !== 'shipped' && parcel.status !== 'delivered') return fail('not-delivered')
  if (amount.currency !== state.currency) return fail('wrong-currency')
  if (amount.amount <= 0) return fail('nothing-to-refund')
  const left = leftOf(parcel) - disputed(parcel)
  if (amount.amount > left) {
    return fail('refund-too-large', { left: { amount: String(Math.max(0, left)), currency: state.currency } })
  }
  const data = { ...idsOf(state, parcelId, parcel), disputeId, amount, reason: command.reason, by: command.by }
  return ok<OrderEvent[]>([{ type: 'DisputeOpened', data }])
}

type Settlement = { refund: Money; favour: 'buyer' | 'shop'; reason: string; by: RefundBy; credit?: number }

/** A dispute is over: `refund` of its amount goes to the buyer, and what it has set free of escrow to the shop. */
export function settleDispute(state: PlacedState, parcelId: ParcelId, disputeId: DisputeId, settlement: Settlement) {
  const { refund, favour, ...cause } = settlement
  const parcel = state.parcels[parcelId]
  const dispute = parcel?.disputes[disputeId]
  if (!parcel || !dispute) return fail('not-found')
  if (refund.amount > dispute.amount) return fail('refund-too-large')
  const computed = refundAmounts(parcel, { amount: refund.amount }, state.currency)
  if (!computed.ok) return computed
  const of = { ...idsOf(state, parcelId, parcel), disputeId, amount: money(dispute.amount, state.currency) }
  const why = { refundId: `rfd_${disputeId.slice(4)}` as const, ...cause }
  const events: OrderEvent[] = [
    { type: 'DisputeResolved', data: { ...of, inFavourOf: favour, refunded: refund } },
    ...(refund.amount > 0 ? [acceptRefund(state, parcelId, parcel, computed.value, why)] : []),
  ]
  return ok([...events, ...releaseRest(after(state, events), parcelId)])
}

/** Where the payer's bank decides, whoever gives the money back here gives it twice. */
function resolve(state: PlacedState, { disputeId, refund }: Extract<ReceiptCommand, { type: 'ResolveDispute' }>) {
  const found = parcelsOf(state).find(([, { disputes }]) => disputes[disputeId])
  const dispute = found?.[1].disputes[disputeId]
  if (!found || !dispute) return fail('not-found')
  if (!dispute.open) return ok([])
  if (dispute.byProvider) return fail('decided-by-provider')
  if (refund.currency !== state.currency) return fail('wrong-currency')
  const favour = refund.amount > 0 ? 'buyer' : 'shop'
  return settleDispute(state, found[0], disputeId, { refund, favour, reason: 'dispute', by: 'operator' })
}

export function decideReceipt(state: PlacedState, command: ReceiptCommand) {
  switch (command.type) {
    case 'ConfirmReceipt':
      return confirm(state, command)
    case 'OpenDispute':
      return open(state, command)
    case 'ResolveDispute':
      return resolve(state, command)
  }
}
