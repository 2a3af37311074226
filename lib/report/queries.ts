import type { SellerActor, UserActor } from '@/lib/auth/schema'
import { LOW_STOCK } from '@/lib/catalog/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { BestSeller, LowStock, MarketCounts, SalesDay, ShopToday } from '@/lib/report/schema'

/** The front page of the desk: a fortnight of sales, the week's best, what runs out. */
export async function getShopToday(actor: SellerActor): Promise<ShopToday> {
  const [days, best, low] = await Promise.all([
    listSalesDays(actor.shopId),
    listBestSellers(actor.shopId),
    getLowStock(actor.shopId),
  ])
  return { days, best, low }
}

// Tashkent keeps UTC+5; a fixed offset needs no time zone files.
const salesByDay = `
  with days as (
    select generate_series(today - 13, today, interval '1 day')::date as day
    from (select (now() at time zone interval '5 hours')::date as today) t
  )
  select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(sum(p.items_total - p.discount), 0)::bigint as amount,
         count(p.id) as orders
  from days d
  left join parcel_view p on p.shop_id = $1 and p.released and p.status not in ('cancelled', 'returned')
    and p.placed_at >= now() - interval '15 days' and (p.placed_at at time zone interval '5 hours')::date = d.day
  group by d.day order by d.day`

async function listSalesDays(shopId: string): Promise<SalesDay[]> {
  const { rows } = await sql.query<{ day: string; amount: number; orders: number }>(salesByDay, [shopId])
  return rows.map((row) => ({
    date: `${row.day}T00:00:00+05:00`,
    sales: money(row.amount, 'UZS'),
    orders: row.orders,
  }))
}

async function listBestSellers(shopId: string): Promise<BestSeller[]> {
  const { rows } = await sql.query<{
    id: string
    title: Texts
    image: string | null
    quantity: number
    amount: number
  }>(
    `select l.product_id as id, (array_agg(l.title))[1] as title, max(l.image) as image,
            sum(l.quantity)::bigint as quantity, sum(l.price * l.quantity - l.discount)::bigint as amount
     from parcel_view p join parcel_line_view l on l.parcel_id = p.id
     where p.shop_id = $1 and p.released and p.status not in ('cancelled', 'returned')
       and p.placed_at >= now() - interval '7 days'
     group by l.product_id order by amount desc limit 4`,
    [shopId],
  )
  return rows.map(({ id, amount, ...row }) => ({ productId: id, ...row, sales: money(amount, 'UZS') }))
}

async function getLowStock(shopId: string): Promise<LowStock> {
  const { rows } = await sql.query<{ title: Texts; left: number; count: number }>(
    `select title, available as left, count(*) over () as count
     from (select p.id, p.title, min(s.on_hand - s.reserved) as available
           from product p join variant v on v.product_id = p.id join stock_item s on s.variant_id = v.id
           where p.shop_id = $1 and p.status = 'active' group by p.id) t
     where available <= ${LOW_STOCK} order by available, id limit 1`,
    [shopId],
  )
  const worst = rows[0]
  return worst === undefined ? { count: 0, worst: null } : { count: worst.count, worst }
}

/** The whole market in six figures, or null for anybody but its operator. */
export async function getMarketCounts(actor: UserActor): Promise<MarketCounts | null> {
  if (actor.role !== 'admin') return null
  const { rows } = await sql.query<Omit<MarketCounts, 'turnover'> & { paid: number }>(
    `select (select count(*) from shop where status = 'active') as shops,
            (select count(*) from product where status = 'active') as products,
            (select count(*) from "user") as users, count(*) as orders,
            count(*) filter (where paid_total > 0) as "paidOrders",
            coalesce(sum(paid_total - refunded_total), 0)::bigint as paid
     from order_view`,
  )
  const row = rows[0]
  if (row === undefined) return null
  const { paid, ...counts } = row
  return { ...counts, turnover: money(paid, 'UZS') }
}
