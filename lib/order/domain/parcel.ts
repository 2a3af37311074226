import { sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { OrderEvent, ParcelId } from './events'
import type { ParcelCommand, ParcelState, PlacedState } from './order'

type Status = ParcelState['status']

/** From where each step may be taken; the same step again is harmless, because shops' programs repeat their calls. */
const steps: Record<ParcelCommand['type'], { from: Status[]; to: Status }> = {
  ConfirmParcel: { from: ['pending'], to: 'confirmed' },
  PackParcel: { from: ['confirmed'], to: 'packed' },
  ShipParcel: { from: ['packed'], to: 'shipped' },
  DeliverParcel: { from: ['shipped'], to: 'delivered' },
  CancelParcel: { from: ['pending', 'confirmed', 'packed'], to: 'cancelled' },
  ReturnParcel: { from: ['shipped', 'delivered'], to: 'returned' },
}

const left: Status[] = ['shipped', 'delivered', 'returned']

function eventOf(state: PlacedState, parcel: ParcelState, command: ParcelCommand): OrderEvent {
  const { total, variantIds } = parcel
  const of = { orderId: state.orderId, parcelId: command.parcelId, shopId: parcel.shopId }
  switch (command.type) {
    case 'ConfirmParcel':
      return { type: 'ParcelConfirmed', data: of }
    case 'PackParcel':
      return { type: 'ParcelPacked', data: of }
    case 'ShipParcel':
      return {
        type: 'ParcelShipped',
        data: { ...of, tracking: command.tracking, carrier: command.carrier, variantIds },
      }
    case 'DeliverParcel':
      return { type: 'ParcelDelivered', data: { ...of, total } }
    case 'CancelParcel':
      return { type: 'ParcelCancelled', data: { ...of, reason: command.reason, total, variantIds } }
    case 'ReturnParcel':
      return { type: 'ParcelReturned', data: { ...of, total } }
  }
}

/** The last parcel to settle settles the order: completed if anything reached the buyer, cancelled if nothing did. */
function settle(state: PlacedState, parcelId: ParcelId, to: Status, command: ParcelCommand): OrderEvent[] {
  if (state.status === 'completed') return []
  const parcels = Object.entries(state.parcels).map(([id, parcel]) => {
    return id === parcelId ? { ...parcel, status: to } : parcel
  })
  if (!parcels.every(({ status }) => ['delivered', 'cancelled', 'returned'].includes(status))) return []
  const { orderId, currency } = state
  if (parcels.every(({ status }) => status === 'cancelled')) {
    const reason = command.type === 'CancelParcel' ? command.reason : 'shop'
    return [{ type: 'OrderCancelled', data: { orderId, reason } }]
  }
  const delivered = parcels.filter(({ status }) => status === 'delivered').map(({ total }) => total)
  return [{ type: 'OrderCompleted', data: { orderId, delivered: sum(delivered, currency) } }]
}

export function stepParcel(state: PlacedState, command: ParcelCommand) {
  const parcel = state.parcels[command.parcelId]
  if (!parcel || (command.shopId !== null && command.shopId !== parcel.shopId)) return fail('not-found')
  const { from, to } = steps[command.type]
  if (parcel.status === to) return ok([])
  if (command.type === 'CancelParcel' && left.includes(parcel.status)) return fail('already-shipped')
  if (parcel.status === 'cancelled') return fail('cancelled')
  if (!state.released && command.type !== 'CancelParcel') return fail('not-paid')
  if (!from.includes(parcel.status)) return fail('wrong-status', { status: parcel.status })
  return ok([eventOf(state, parcel, command), ...settle(state, command.parcelId, to, command)])
}
