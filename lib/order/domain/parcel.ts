import { sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { OrderEvent, ParcelId } from './events'
import type { ParcelCommand } from './order'
import { cancelParcel, refundRest } from './refund'
import { findParcel, idsOf, type ParcelState, type PlacedState } from './state'

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

function eventsOf(state: PlacedState, parcel: ParcelState, command: ParcelCommand): OrderEvent[] {
  const { total, variantIds } = parcel
  const { parcelId } = command
  const of = idsOf(state, parcelId, parcel)
  switch (command.type) {
    case 'ConfirmParcel':
      return [{ type: 'ParcelConfirmed', data: of }]
    case 'PackParcel':
      return [{ type: 'ParcelPacked', data: of }]
    case 'ShipParcel': {
      const { tracking, carrier } = command
      return [{ type: 'ParcelShipped', data: { ...of, tracking, carrier, variantIds } }]
    }
    case 'DeliverParcel':
      return [{ type: 'ParcelDelivered', data: { ...of, total } }]
    case 'CancelParcel':
      return cancelParcel(state, parcelId, parcel, command.reason)
    case 'ReturnParcel': {
      const by = command.shopId === null ? 'operator' : 'shop'
      return [{ type: 'ParcelReturned', data: { ...of, total } }, ...refundRest(state, parcelId, 'returned', by)]
    }
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
  const parcel = findParcel(state, command)
  if (!parcel) return fail('not-found')
  const { from, to } = steps[command.type]
  if (parcel.status === to) return ok([])
  if (command.type === 'CancelParcel' && left.includes(parcel.status)) return fail('already-shipped')
  if (parcel.status === 'cancelled') return fail('cancelled')
  if (!state.released && command.type !== 'CancelParcel') return fail('not-paid')
  if (!from.includes(parcel.status)) return fail('wrong-status', { status: parcel.status })
  // Cash that was taken at the door is counted when the order completes; until then nothing of it can go back.
  if (command.type === 'ReturnParcel' && parcel.status === 'delivered' && !parcel.paid) return fail('not-paid')
  return ok([...eventsOf(state, parcel, command), ...settle(state, command.parcelId, to, command)])
}
