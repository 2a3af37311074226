import { type Actor, isOperator } from '@/lib/auth/schema'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { personKey } from './commands'
import type { Coupon, CouponRefusal, CouponReport, CouponStatus } from './schema'

const columns = `c.id, c.code, c.kind, c.percent_bp as "percentBp", c.amount, c.most, c.min_total as "minTotal",
  c.starts_at as "startsAt", c.ends_at as "endsAt", c.limit_total as "limitTotal", c.limit_person as "limitPerson",
  c.used, c.shop_id as "shopId", c.category_id as "categoryId", c.segment, c.market_bp as "marketBp", c.campaign,
  case when c.status = 'active' and c.ends_at <= now() then 'ended' else c.status end as status`

type Dated<T> = Omit<T, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date | null }

const spell = <T extends object>(row: Dated<T>) => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
})

const find = prepared(
  `select ${columns}, c.starts_at > now() as early, c.used >= c.limit_total as out,
          coalesce(p.used >= c.limit_person, false) as had
     from coupon c left join coupon_person p on p.coupon_id = c.id and p.person = $2
    where c.code = $1`,
)

type Found = Dated<Coupon> & { early: boolean; out: boolean | null; had: boolean }

/**
 * The coupon behind what was typed, if this phone (null: not known yet) may still take it. The check is for the
 * reader's sake: `takeCoupon` decides.
 */
export async function findCoupon(
  tx: Tx,
  code: string,
  phone: string | null,
): Promise<Result<Coupon, Extract<CouponRefusal, 'unknown-coupon' | 'coupon-exhausted' | 'coupon-used'>>> {
  const { rows } = await tx.query<Found>(find, [code, phone === null ? '' : personKey(phone)])
  const row = rows[0]
  if (!row || row.status === 'proposed' || row.early) return fail('unknown-coupon')
  if (row.status === 'ended' || row.out) return fail('coupon-exhausted')
  if (row.had) return fail('coupon-used')
  const { early: _, out: __, had: ___, ...coupon } = row
  return ok(spell<Coupon>(coupon) as Coupon)
}

const PAGE = 50

export type CouponPage = { items: CouponReport[]; nextCursor: string | null }

/** The newest first, fifty a page, with what orders that stand have taken. A shop sees its own; the operator all. */
export async function listCoupons(actor: Actor, before?: string): Promise<CouponPage> {
  const operator = isOperator(actor)
  const shopId = actor.kind === 'user' || actor.kind === 'shop' ? (actor.shopId ?? null) : null
  if (!operator && shopId === null) return { items: [], nextCursor: null }
  type Row = Dated<Coupon> & { shopName: string | null; orders: number; discount: number; subsidy: number }
  const { rows } = await sql.query<Row & { status: CouponStatus }>(
    `select ${columns}, s.name as "shopName", u.orders, u.discount, u.subsidy
       from coupon c left join shop s on s.id = c.shop_id
       cross join lateral (
         select count(*)::int as orders, coalesce(sum(discount), 0)::bigint as discount,
                coalesce(sum(subsidy), 0)::bigint as subsidy
           from coupon_use where coupon_id = c.id and released_at is null) u
      where ($1 or c.shop_id = $2) and ($3::text is null or c.id < $3)
      order by c.id desc limit ${PAGE + 1}`,
    [operator, shopId, before ?? null],
  )
  const items = rows.slice(0, PAGE).map((row) => ({
    ...(spell<Coupon>(row) as Coupon),
    shopName: row.shopName,
    orders: row.orders,
    discount: money(row.discount, 'UZS'),
    subsidy: money(row.subsidy, 'UZS'),
  }))
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** By the names in their addresses; null: not asked for, undefined: there is none. */
export async function findTargets(of: { shop: string | undefined; category: string | undefined }) {
  const { rows } = await sql.query<{ shop: string | null; category: string | null }>(
    'select (select id from shop where slug = $1) as shop, (select id from category where slug = $2) as category',
    [of.shop ?? null, of.category ?? null],
  )
  const found = (asked: string | undefined, id: string | null | undefined) =>
    asked === undefined ? null : (id ?? undefined)
  return { shopId: found(of.shop, rows[0]?.shop), categoryId: found(of.category, rows[0]?.category) }
}

/** The code that an order was bought with, if any. */
export async function couponOf(tx: Tx, orderId: string): Promise<string | null> {
  const { rows } = await tx.query<{ code: string }>(
    'select c.code from coupon_use u join coupon c on c.id = u.coupon_id where u.order_id = $1',
    [orderId],
  )
  return rows[0]?.code ?? null
}
