import type { ShopRef } from '@/lib/catalog/schema'
import { minus, money, times } from '@/lib/kernel/money'
import type { Payment } from '@/lib/payment/schema'
import type { OrderPlaced, PlacedLine, PlacedParcel } from '../domain/events'
import type { Order, OrderContact, Parcel, ParcelLine } from '../schema'

type Known = {
  at: string
  released: boolean
  shops: readonly ShopRef[]
  contact: OrderContact
  locale: Order['locale']
  payments: Payment[]
}

const toLine = ({
  lineId,
  commission: _,
  commissionBp: __,
  commissionRule: ___,
  discount,
  subsidy: ____,
  ...line
}: PlacedLine): ParcelLine => ({
  id: lineId,
  ...line,
  total: minus(times(line.price, line.quantity), discount),
  refunded: money(0, line.price.currency),
  refundedQuantity: 0,
  parts: line.parts ?? null,
})

const toParcel = (order: OrderPlaced, { at, released, shops }: Known, parcel: PlacedParcel): Parcel => ({
  id: parcel.parcelId,
  orderId: order.orderId,
  orderNumber: order.number,
  shop: shops.find(({ id }) => id === parcel.shopId) ?? { id: parcel.shopId, slug: '', name: '' },
  status: 'pending',
  released,
  method: parcel.method,
  items: parcel.lines.map(toLine),
  itemsTotal: parcel.itemsTotal,
  delivery: parcel.delivery,
  discount: parcel.discount,
  subsidy: parcel.subsidy ?? money(0, order.currency),
  subsidyBack: money(0, order.currency),
  total: parcel.total,
  commission: parcel.commission,
  refunded: money(0, order.currency),
  paid: order.provider === 'credit',
  carrier: null,
  tracking: null,
  deliveryCode: null,
  placedAt: at,
  updatedAt: at,
  deliveredAt: null,
  receivedAt: null,
  receivedBy: null,
})

/** What `getOrder` will read, without reading: a checkout is paid for in round trips. */
export const orderAsPlaced = (data: OrderPlaced, known: Known): Order => ({
  id: data.orderId,
  number: data.number,
  status: data.provider === 'credit' ? 'paid' : 'placed',
  provider: data.provider,
  itemsTotal: data.itemsTotal,
  deliveryTotal: data.deliveryTotal,
  discountTotal: data.discountTotal,
  total: data.total,
  paidTotal: data.provider === 'credit' ? data.total : money(0, data.currency),
  credit: data.credit ?? money(0, data.currency),
  creditBack: money(0, data.currency),
  refundedTotal: money(0, data.currency),
  placedAt: known.at,
  contact: known.contact,
  locale: known.locale,
  parcels: data.parcels.map((parcel) => toParcel(data, known, parcel)),
  payments: known.payments,
  refunds: [],
  returns: [],
  disputes: [],
  cancelWords: null,
  refundNotes: {},
  timeline: [{ type: 'order-placed', at: known.at, parcelId: null, disputeId: null }],
})
