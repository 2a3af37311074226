import { sql } from '@/lib/kernel/db'
import { type Currency, money, sum } from '@/lib/kernel/money'
import { listPayments, listRefunds } from '@/lib/payment'
import { deliveryCodeOf } from '../delivery-code'
import type { Order, OrderAccess, OrderId, OrderStatus, Parcel } from '../schema'
import { readDisputes, readReturns } from './list-returns'
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
  credit: number
  credit_back: number
  provider: Order['provider']
  placed_at: Date
}

type Parts = Pick<
  Order,
  'parcels' | 'payments' | 'refunds' | 'returns' | 'disputes' | 'cancelWords' | 'refundNotes' | 'timeline'
> & {
  known: KnownContact | undefined
}

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
    credit: worth(row.credit),
    creditBack: worth(row.credit_back),
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
  const add = (of: 'itemsTotal' | 'delivery' | 'discount' | 'total' | 'refunded') =>
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
    refundedTotal: add('refunded'),
    credit: none,
    creditBack: none,
    parcels,
    payments: [],
    refunds: order.refunds.filter((refund) => refund.shopId === shopId),
    returns: order.returns.filter((one) => one.shopId === shopId),
    disputes: order.disputes.filter((one) => one.shopId === shopId),
    timeline: order.timeline.filter(({ parcelId }) => parcelId === null || own.has(parcelId)),
    contact: parcels.some(({ released }) => released) ? order.contact : null,
  }
}

const columns = `id, number, status, currency, items_total, discount_total, delivery_total, total, paid_total,
  refunded_total, credit, credit_back, provider, placed_at`

/** Nobody but the buyer may know it: whoever has it can say that the goods have come. */
const withCode = (parcel: Parcel, { proof }: OpenedOrder): Parcel => {
  const isBuyer = proof === 'token' || proof === 'buyer'
  const isOfUse = parcel.paid && parcel.receivedAt === null && !['cancelled', 'returned'].includes(parcel.status)
  return isBuyer && isOfUse ? { ...parcel, deliveryCode: deliveryCodeOf(parcel.id) } : parcel
}

/** Whoever delivers knows the phone: what the photos show is not told for it. */
const withPhotos = <Asked extends { photos: string[] }>(all: Asked[], { proof }: OpenedOrder): Asked[] =>
  proof === 'phone' ? all.map((one) => ({ ...one, photos: [] })) : all

/** What people wrote about its end, and about money that they gave back by hand. */
async function readWords(orderId: OrderId): Promise<Pick<Order, 'cancelWords' | 'refundNotes'>> {
  const { rows } = await sql.query<{ ref: string; kind: string; text: string }>(
    `select ref, kind, text from order_note
      where order_id = $1 and (kind = 'refund-given' or (kind = 'cancel' and ref = $1))`,
    [orderId],
  )
  return {
    cancelWords: rows.find(({ kind }) => kind === 'cancel')?.text ?? null,
    refundNotes: Object.fromEntries(
      rows.filter(({ kind }) => kind === 'refund-given').map(({ ref, text }) => [ref, text]),
    ),
  }
}

async function readOrder(opened: OpenedOrder): Promise<Order | null> {
  const { id, shopId } = opened
  const [head, parcels, payments, refunds, returns, disputes, words, timeline, contacts] = await Promise.all([
    sql.query<Row>(`select ${columns} from order_view where id = $1`, [id]),
    sql.query<ParcelRow>(`${parcelSelect} where p.order_id = $1 order by p.id`, [id]),
    listPayments(id),
    listRefunds(id),
    readReturns(id),
    readDisputes(id),
    readWords(id),
    readTimeline(id),
    readContacts([id]),
  ])
  const row = head.rows[0]
  if (!row) return null
  const known = contacts.get(id)
  const own = (await toParcels(parcels.rows)).map((parcel) => withCode(parcel, opened))
  const asked = { returns: withPhotos(returns, opened), disputes: withPhotos(disputes, opened) }
  const order = toOrder(row, { parcels: own, payments, refunds, ...asked, ...words, timeline, known })
  return shopId ? forShop(order, shopId) : order
}

/** By id or number, for whom `access` lets in; null for everyone else, as for an order that does not exist. */
export async function getOrder(ref: OrderRef, access: OrderAccess): Promise<Order | null> {
  const opened = await openOrder(ref, access)
  return opened ? readOrder(opened) : null
}
