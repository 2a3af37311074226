import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, minus, money, times } from '@/lib/kernel/money'
import { getShopsById } from '@/lib/seller'
import type { DeliveryMethod, LineId, OrderId, Parcel, ParcelId, ParcelLine, ParcelStatus } from '../schema'

type LineRow = {
  id: LineId
  variant_id: string
  product_id: string
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  quantity: number
  price: number
  discount: number
  refunded: number
  refunded_quantity: number
  parts: ParcelLine['parts']
}

export type ParcelRow = {
  id: ParcelId
  order_id: OrderId
  order_number: string
  shop_id: Id<'sho'>
  status: ParcelStatus
  released: boolean
  method: DeliveryMethod
  items_total: number
  delivery: number
  discount: number
  subsidy: number
  subsidy_back: number
  total: number
  commission: number
  refunded: number
  paid: boolean
  currency: Currency
  carrier: string | null
  tracking: string | null
  placed_at: Date
  updated_at: Date
  delivered_at: Date | null
  received_at: Date | null
  received_by: Parcel['receivedBy']
  lines: LineRow[]
}

/** To be followed by a where over `p` (parcel_view) and `o` (order_view). */
export const parcelSelect = `
  select p.id, p.order_id, o.number as order_number, p.shop_id, p.status, p.released, p.method, p.items_total,
         p.delivery, p.discount, p.subsidy, p.subsidy_back, p.total, p.commission, p.refunded, p.paid, p.currency, p.carrier, p.tracking,
         p.placed_at, p.updated_at, p.delivered_at, p.received_at, p.received_by,
         (select jsonb_agg(jsonb_build_object('id', l.id, 'variant_id', l.variant_id, 'product_id', l.product_id,
                    'sku', l.sku, 'title', l.title, 'options', l.options, 'image', l.image, 'quantity', l.quantity,
                    'price', l.price, 'discount', l.discount, 'refunded', l.refunded,
                    'refunded_quantity', l.refunded_quantity, 'parts', l.parts) order by l.position)
            from parcel_line_view l where l.parcel_id = p.id) as lines
    from parcel_view p join order_view o on o.id = p.order_id`

function toLine(row: LineRow, currency: Currency): ParcelLine {
  const price = money(row.price, currency)
  return {
    id: row.id,
    variantId: row.variant_id,
    productId: row.product_id,
    sku: row.sku,
    title: row.title,
    options: row.options,
    image: row.image,
    quantity: row.quantity,
    price,
    total: minus(times(price, row.quantity), money(row.discount, currency)),
    refunded: money(row.refunded, currency),
    refundedQuantity: row.refunded_quantity,
    parts: row.parts,
  }
}

function toParcel(row: ParcelRow, shop: Parcel['shop']): Parcel {
  const worth = (amount: number) => money(amount, row.currency)
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    shop,
    status: row.status,
    released: row.released,
    method: row.method,
    items: row.lines.map((line) => toLine(line, row.currency)),
    itemsTotal: worth(row.items_total),
    delivery: worth(row.delivery),
    discount: worth(row.discount),
    subsidy: worth(row.subsidy),
    subsidyBack: worth(row.subsidy_back),
    total: worth(row.total),
    commission: worth(row.commission),
    refunded: worth(row.refunded),
    paid: row.paid,
    carrier: row.carrier,
    tracking: row.tracking,
    placedAt: row.placed_at.toISOString(),
    deliveryCode: null,
    updatedAt: row.updated_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    receivedAt: row.received_at?.toISOString() ?? null,
    receivedBy: row.received_by,
  }
}

/** Rows to parcels, with today's name and address of each shop. */
export async function toParcels(rows: ParcelRow[]): Promise<Parcel[]> {
  const shops =
    rows.length > 0
      ? await getShopsById(
          sql,
          rows.map((row) => row.shop_id),
        )
      : new Map()
  return rows.map((row) => {
    const shop = shops.get(row.shop_id)
    return toParcel(row, { id: row.shop_id, slug: shop?.slug ?? '', name: shop?.name ?? '' })
  })
}
