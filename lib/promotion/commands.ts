import { createHmac } from 'node:crypto'
import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Coupon, CouponId, CouponInput, CouponRefusal } from './schema'

const shopOf = (actor: Actor): string | null =>
  actor.kind === 'user' || actor.kind === 'shop' ? (actor.shopId ?? null) : null

/** A shop spends its own money on its own goods; the operator spends the market's, and asks the shop for its part. */
function statusFor({ shopId, marketBp }: CouponInput, actor: Actor): Result<'proposed' | 'active', 'forbidden'> {
  if (isOperator(actor)) return ok(marketBp === 10_000 ? 'active' : 'proposed')
  return shopId !== null && shopId === shopOf(actor) && marketBp === 0 ? ok('active') : fail('forbidden')
}

/** Refuses with `forbidden`, `code-taken`, and `not-found` for a shop or category that is not there. */
export async function createCoupon(
  input: CouponInput,
  actor: Actor,
): Promise<Result<{ id: CouponId; status: 'proposed' | 'active' }, 'forbidden' | 'code-taken' | 'not-found'>> {
  const status = statusFor(input, actor)
  if (!status.ok) return status
  const { shopId, categoryId } = input
  const known = await sql.query<{ known: boolean }>(
    `select ($1::text is null or exists (select 1 from shop where id = $1))
        and ($2::text is null or exists (select 1 from category where id = $2)) as known`,
    [shopId, categoryId],
  )
  if (!known.rows[0]?.known) return fail('not-found')
  const id = newId('cpn')
  const { rowCount } = await sql.query(
    `insert into coupon (id, code, kind, percent_bp, amount, most, min_total, starts_at, ends_at, limit_total,
                         limit_person, shop_id, category_id, segment, market_bp, campaign, status, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (code) do nothing`,
    [
      id,
      input.code,
      input.kind,
      input.percentBp,
      input.amount,
      input.most,
      input.minTotal,
      input.startsAt,
      input.endsAt,
      input.limitTotal,
      // A first order is one, whoever presses twice at once.
      input.segment === 'first-order' ? 1 : input.limitPerson,
      shopId,
      categoryId,
      input.segment,
      input.marketBp,
      input.campaign,
      status.value,
      actorId(actor),
    ],
  )
  return rowCount ? ok({ id, status: status.value }) : fail('code-taken')
}

/** The shop agrees to pay its part. A coupon of another shop does not exist for it. */
export async function acceptCoupon(id: string, actor: Actor): Promise<Result<true, 'not-found'>> {
  const { rowCount } = await sql.query(
    `update coupon set status = 'active' where id = $1 and shop_id = $2 and status = 'proposed'`,
    [id, shopOf(actor)],
  )
  return rowCount ? ok(true) : fail('not-found')
}

/** Ends it at once; orders that have it keep it. Repeating it changes nothing. */
export async function endCoupon(id: string, actor: Actor): Promise<Result<true, 'not-found'>> {
  const { rowCount } = await sql.query(
    `update coupon set status = 'ended' where id = $1 and ($2 or shop_id = $3) returning id`,
    [id, isOperator(actor), shopOf(actor)],
  )
  return rowCount ? ok(true) : fail('not-found')
}

/** Who a limit counts: the phone without being readable as one. */
export const personKey = (phone: string) =>
  createHmac('sha256', env.AUTH_SECRET).update(`coupon:${phone}`).digest('base64url').slice(0, 32)

// One statement takes it from the total and from the person, or from neither.
const take = prepared(
  `with taken as (
     update coupon set used = used + 1
      where id = $1 and status = 'active' and starts_at <= now() and (ends_at is null or ends_at > now())
        and (limit_total is null or used < limit_total)
      returning id, limit_person
   ), person as (
     insert into coupon_person as p (coupon_id, person, used) select id, $2, 1 from taken
     on conflict (coupon_id, person) do update set used = p.used + 1
      where p.used < coalesce((select limit_person from taken), 2147483647)
     returning coupon_id
   ), noted as (
     insert into coupon_use (order_id, coupon_id, person, discount, subsidy, currency)
     select $3, coupon_id, $2, $4, $5, $6 from person returning 1)
   select exists (select 1 from taken) as there, exists (select 1 from noted) as taken`,
)

export type TakeCoupon = {
  coupon: Pick<Coupon, 'id'>
  orderId: string
  phone: string
  discount: number
  subsidy: number
  currency: string
}

/** In the order's transaction, which must not go on after a refusal: what was taken is given back by its end. */
export async function takeCoupon(
  tx: Tx,
  { coupon, orderId, phone, discount, subsidy, currency }: TakeCoupon,
): Promise<Result<true, Extract<CouponRefusal, 'coupon-exhausted' | 'coupon-used'>>> {
  const params = [coupon.id, personKey(phone), orderId, discount, subsidy, currency]
  const { rows } = await tx.query<{ there: boolean; taken: boolean }>(take, params)
  if (rows[0]?.taken) return ok(true)
  return fail(rows[0]?.there ? 'coupon-used' : 'coupon-exhausted')
}

/** An order that was never paid gives its coupon back, once. */
export const releaseCoupon = (tx: Tx, orderId: string) =>
  tx.query(
    `with given as (
       update coupon_use set released_at = now() where order_id = $1 and released_at is null
       returning coupon_id, person
     ), person as (
       update coupon_person p set used = p.used - 1 from given g
        where p.coupon_id = g.coupon_id and p.person = g.person)
     update coupon c set used = c.used - 1 from given g where c.id = g.coupon_id`,
    [orderId],
  )
