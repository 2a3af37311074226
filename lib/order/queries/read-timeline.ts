import { sql } from '@/lib/kernel/db'
import type { OrderEvent } from '../domain/events'
import type { DisputeId, ParcelId, TimelineEntry, TimelineType } from '../schema'

const shown: Partial<Record<OrderEvent['type'], TimelineType>> = {
  OrderPlaced: 'order-placed',
  OrderPaid: 'order-paid',
  OrderCancelled: 'order-cancelled',
  OrderCompleted: 'order-completed',
  ParcelConfirmed: 'parcel-confirmed',
  ParcelPacked: 'parcel-packed',
  ParcelShipped: 'parcel-shipped',
  ParcelDelivered: 'parcel-delivered',
  ParcelCancelled: 'parcel-cancelled',
  ParcelReturned: 'parcel-returned',
  ParcelReleased: 'parcel-released',
  RefundAccepted: 'refund-accepted',
  DisputeOpened: 'dispute-opened',
  DisputeResolved: 'dispute-resolved',
  ReturnRequested: 'return-requested',
  ReturnApproved: 'return-approved',
  ReturnRejected: 'return-rejected',
  ReturnReceived: 'return-received',
}

type Row = { type: OrderEvent['type']; parcel_id: ParcelId | null; dispute_id: DisputeId | null; at: Date }

/** The order's own history, straight from its stream: no table repeats what the log says. */
export async function readTimeline(orderId: string): Promise<TimelineEntry[]> {
  const { rows } = await sql.query<Row>(
    `select type, data->>'parcelId' as parcel_id, data->>'disputeId' as dispute_id, at
       from event where stream_id = $1 order by version`,
    [`order-${orderId}`],
  )
  return rows.flatMap(({ type, parcel_id, dispute_id, at }) => {
    const entry = shown[type]
    return entry ? [{ type: entry, at: at.toISOString(), parcelId: parcel_id, disputeId: dispute_id }] : []
  })
}
