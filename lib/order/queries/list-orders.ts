import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import { getShopsById } from '@/lib/seller'
import type { OrderId, OrderStatus, OrderSummary, Page, ParcelId, ParcelStatus } from '../schema'
import { fromCursor, toCursor } from './cursor'

type Row = {
  id: OrderId
  number: string
  status: OrderStatus
  currency: Currency
  total: number
  placed_at: Date
  parcels: { id: ParcelId; status: ParcelStatus; shop_id: Id<'sho'> }[]
  images: string[]
}

const select = `
  select o.id, o.number, o.status, o.currency, o.total, o.placed_at,
         (select jsonb_agg(jsonb_build_object('id', p.id, 'status', p.status, 'shop_id', p.shop_id) order by p.id)
            from parcel_view p where p.order_id = o.id) as parcels,
         array(select l.image from parcel_line_view l join parcel_view p on p.id = l.parcel_id
                where p.order_id = o.id and l.image is not null order by p.id, l.position limit 4) as images
    from order_view o
   where o.buyer_id = $1 and ($2::timestamptz is null or (o.placed_at, o.id) < ($2, $3))
   order by o.placed_at desc, o.id desc limit $4`

/** The buyer's own orders, newest first. */
export async function listOrders(
  actor: Actor,
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<OrderSummary>> {
  if (actor.kind !== 'user') return { items: [], nextCursor: null }
  const from = fromCursor(cursor)
  const { rows } = await sql.query<Row>(select, [actor.id, from?.at ?? null, from?.id ?? null, limit + 1])
  const page = rows.slice(0, limit)
  const shops = await getShopsById(
    sql,
    page.flatMap((row) => row.parcels.map(({ shop_id }) => shop_id)),
  )
  const items = page.map(
    (row): OrderSummary => ({
      id: row.id,
      number: row.number,
      status: row.status,
      total: money(row.total, row.currency),
      placedAt: row.placed_at.toISOString(),
      parcels: row.parcels.map(({ id, status, shop_id }) => ({ id, status, shopName: shops.get(shop_id)?.name ?? '' })),
      images: row.images,
    }),
  )
  const last = page.at(-1)
  return { items, nextCursor: rows.length > limit && last ? toCursor(last.placed_at.toISOString(), last.id) : null }
}
