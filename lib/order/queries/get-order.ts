import { sql } from '@/lib/kernel/db'
import { type Currency, money, sum } from '@/lib/kernel/money'
import { listPayments } from '@/lib/payment'
import type { Provider } from '@/lib/payment/schema'
import type { Order, OrderAccess, OrderId, OrderStatus } from '../schema'
import { type OpenedOrder, type OrderRef, openOrder } from './open-order'
import { type KnownContact, readContacts } from './read-contact'
import { type ParcelRow, parcelSelect, toParcels } from './read-parcels'
import { readTimeline } from './read-timeline'

type Row = {
  id: OrderId
  number: string
  status: OrderStatus
  currency: Currency
  items_total: number
  discount_total: number
  delivery_total: number
  total: number
  paid_total: number
  refunded_total: number
  provider: Provider
  placed_at: Date
}

type Parts = Pick<Order, 'parcels' | 'payments' | 'timeline'> & { known: KnownContact | undefined }

function toOrder(row: Row, { known, ...parts }: Parts): Order {
  const worth = (amount: number) => money(amount, row.currency)
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    provider: row.provider,
    itemsTotal: worth(row.items_total),
    deliveryTotal: worth(row.delivery_total),
    discountTotal: worth(row.discount_total),
    total: worth(row.total),
    paidTotal: worth(row.paid_total),
    refundedTotal: worth(row.refunded_total),
    placedAt: row.placed_at.toISOString(),
    contact: known?.contact ?? null,
    locale: known?.locale ?? 'uz',
    ...parts,
  }
}

/** A shop sees its parcel and that parcel's money: what other shops sold is not its business, nor is the payment. */
function forShop(order: Order, shopId: string): Order {
  const parcels = order.parcels.filter(({ shop }) => shop.id === shopId)
  const own = new Set<string>(parcels.map(({ id }) => id))
  const add = (of: 'itemsTotal' | 'delivery' | 'discount' | 'total') =>
    sum(
      parcels.map((parcel) => parcel[of]),
      order.total.currency,
    )
  const total = add('total')
  const none = money(0, total.currency)
  const paid = order.paidTotal.amount > 0
  return {
    ...order,
    itemsTotal: add('itemsTotal'),
    deliveryTotal: add('delivery'),
    discountTotal: add('discount'),
    total,
    paidTotal: paid ? total : none,
    refundedTotal: paid && parcels.every(({ status }) => status === 'cancelled') ? total : none,
    parcels,
    payments: [],
    timeline: order.timeline.filter(({ parcelId }) => parcelId === null || own.has(parcelId)),
    contact: parcels.some(({ released }) => released) ? order.contact : null,
  }
}

const columns = `id, number, status, currency, items_total, discount_total, delivery_total, total, paid_total,
  refunded_total, provider, placed_at`

async function readOrder({ id, shopId }: OpenedOrder): Promise<Order | null> {
  const [head, parcels, payments, timeline, contacts] = await Promise.all([
    sql.query<Row>(`select ${columns} from order_view where id = $1`, [id]),
    sql.query<ParcelRow>(`${parcelSelect} where p.order_id = $1 order by p.id`, [id]),
    listPayments(id),
    readTimeline(id),
    readContacts([id]),
  ])
  const row = head.rows[0]
  if (!row) return null
  const parts = { parcels: await toParcels(parcels.rows), payments, timeline, known: contacts.get(id) }
  const order = toOrder(row, parts)
  return shopId ? forShop(order, shopId) : order
}

/** By id or number, for whom `access` lets in; null for everyone else, as for an order that does not exist. */
export async function getOrder(ref: OrderRef, access: OrderAccess): Promise<Order | null> {
  const opened = await openOrder(ref, access)
  return opened ? readOrder(opened) : null
}
