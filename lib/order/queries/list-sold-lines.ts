import type { Tx } from '@/lib/kernel/db'
import { allocate, money } from '@/lib/kernel/money'

export type SoldLine = {
  shopId: string
  variantId: string
  sku: string
  title: { uz?: string; ru?: string; en?: string }
  quantity: number
  /** Of one, in minor units. */
  price: number
  /** Of the whole line, in minor units. */
  discount: number
}

type Row = {
  shop_id: string
  variant_id: string
  sku: string
  title: SoldLine['title']
  quantity: number
  price: number
  discount: number
}

/** What an order's total is made of, as it was placed: every line, and the delivery of all its parcels. */
export async function listSoldLines(tx: Tx, orderId: string): Promise<{ lines: SoldLine[]; delivery: number }> {
  const { rows } = await tx.query<Row>(
    `select p.shop_id, l.variant_id, l.sku, l.title, l.quantity, l.price, l.discount
       from parcel_view p join parcel_line_view l on l.parcel_id = p.id
      where p.order_id = $1 order by p.id, l.position`,
    [orderId],
  )
  const head = await tx.query<{ delivery_total: number }>('select delivery_total from order_view where id = $1', [
    orderId,
  ])
  const lines = rows.map(({ shop_id, variant_id, ...row }) => ({ shopId: shop_id, variantId: variant_id, ...row }))
  return { lines, delivery: head.rows[0]?.delivery_total ?? 0 }
}

/**
 * The same as a provider's receipt has it: what store credit pays is a discount on every line and on the way, so that
 * the sum is what the provider takes.
 */
export async function listPaidLines(tx: Tx, orderId: string): Promise<{ lines: SoldLine[]; delivery: number }> {
  const sold = await listSoldLines(tx, orderId)
  const { rows } = await tx.query<{ credit: number }>('select credit from order_view where id = $1', [orderId])
  const credit = rows[0]?.credit ?? 0
  if (credit === 0) return sold
  const parts = allocate(money(credit, 'UZS'), [
    ...sold.lines.map(({ price, quantity, discount }) => price * quantity - discount),
    sold.delivery,
  ]).map(({ amount }) => amount)
  const lines = sold.lines.map((line, index) => ({ ...line, discount: line.discount + (parts[index] ?? 0) }))
  return { lines, delivery: sold.delivery - (parts[sold.lines.length] ?? 0) }
}
