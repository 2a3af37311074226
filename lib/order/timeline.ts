import type { ParcelId } from './domain/events'
import type { Dispute } from './refund-schema'

export type TimelineType =
  | 'order-placed'
  | 'order-paid'
  | 'order-cancelled'
  | 'order-completed'
  | 'parcel-confirmed'
  | 'parcel-packed'
  | 'parcel-shipped'
  | 'parcel-delivered'
  | 'parcel-cancelled'
  | 'parcel-returned'
  | 'parcel-released'
  | 'refund-accepted'
  | 'dispute-opened'
  | 'dispute-resolved'
  | 'return-requested'
  | 'return-approved'
  | 'return-rejected'
  | 'return-received'
export type TimelineEntry = {
  type: TimelineType
  at: string
  parcelId: ParcelId | null
  /** Which of the parcel's disputes was opened or resolved. */
  disputeId?: Dispute['id'] | null
}
