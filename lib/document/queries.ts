import type { Actor } from '@/lib/auth/schema'
import { isOperator, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import { getOrder } from '@/lib/order'
import type { Order, OrderAccess } from '@/lib/order/schema'
import { type DocumentData, type DocumentKind, type DocumentSummary, documentName, type IssuedDocument } from './schema'

type Row = {
  id: Id<'doc'>
  kind: DocumentKind
  series: string
  number: number
  shop_id: string
  order_id: string
  parcel_id: string
  currency: Currency
  amount: number
  data: DocumentData
  issued_at: Date
}

const head = 'id, kind, series, number, shop_id, order_id, parcel_id, currency, amount, issued_at'

const toSummary = (row: Omit<Row, 'data'>): DocumentSummary => ({
  id: row.id,
  kind: row.kind,
  name: documentName(row.series, row.number),
  orderId: row.order_id,
  parcelId: row.parcel_id,
  amount: money(row.amount, row.currency),
  issuedAt: row.issued_at.toISOString(),
})

async function mayRead({ kind, shop_id, order_id, parcel_id }: Row, access: OrderAccess): Promise<boolean> {
  const { actor } = access
  if (isOperator(actor)) return true
  const shopId = actor?.kind === 'shop' || (actor && isSeller(actor)) ? actor.shopId : undefined
  if (shopId === shop_id) return true
  // The commission is between the shop and the market.
  if (kind.endsWith('act')) return false
  const order = await getOrder({ id: order_id }, access)
  return order?.parcels.some(({ id }) => id === parcel_id) ?? false
}

/** Whoever asks, for the order of this number: what lets a browser in depends on the order. */
type AccessOf = (orderNumber: string) => OrderAccess | Promise<OrderAccess>

/** Its shop, the operator and, of a receipt, whoever may see the order. A foreign one does not exist. */
export async function getDocument(id: string, accessOf: AccessOf): Promise<IssuedDocument | null> {
  const { rows } = await sql.query<Row>(`select ${head}, data from document where id = $1`, [id])
  const row = rows[0]
  if (!row || !(await mayRead(row, await accessOf(row.data.orderNumber)))) return null
  return { ...toSummary(row), shopId: row.shop_id, data: row.data }
}

/** The buyer's papers of an order that its reader has opened: of the parcels that it shows. */
export async function listReceipts(order: Pick<Order, 'id' | 'parcels'>): Promise<DocumentSummary[]> {
  const { rows } = await sql.query<Row>(
    `select ${head} from document where order_id = $1 and parcel_id = any($2) and kind in ('receipt', 'refund-receipt') order by id`,
    [order.id, order.parcels.map(({ id }) => id)],
  )
  return rows.map(toSummary)
}

/** The shop's own papers, newest first, or those of one parcel. */
export async function listDocuments(
  actor: Actor,
  { parcelId, limit = 20 }: { parcelId?: string; limit?: number } = {},
) {
  const shopId = actor.kind === 'shop' || isSeller(actor) ? actor.shopId : undefined
  if (shopId === undefined) return []
  const { rows } = await sql.query<Row>(
    `select ${head} from document where shop_id = $1 and ($2::text is null or parcel_id = $2)
      order by issued_at desc, id desc limit $3`,
    [shopId, parcelId ?? null, limit],
  )
  return rows.map(toSummary)
}
