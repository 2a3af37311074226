import type { UserActor } from '@/lib/auth/schema'
import { quoteLines } from '@/lib/catalog'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type CartRef, cartWhere, hashToken, newToken } from './access'
import { getCart } from './queries'
import { type Cart, type CartId, type CartItemId, maxQuantity } from './schema'

const MAX_LINES = 100

type Changed = Result<Cart, 'not-found' | 'cart-closed' | 'cart-full'>

/** The token is shown once; only its hash is kept. */
export async function createCart(owner?: Pick<UserActor, 'id'>): Promise<{ id: CartId; token: string }> {
  const token = newToken()
  const { rows } = await sql.query<{ id: CartId }>(
    `insert into cart (id, token_hash, user_id) values ($1, $2, $3)
     on conflict (user_id) where status = 'open' and user_id is not null do update set token_hash = excluded.token_hash
     returning id`,
    [newId('crt'), hashToken(token), owner?.id ?? null],
  )
  const row = rows[0]
  if (!row) throw new Error('A cart was not created')
  return { id: row.id, token }
}

/** Locks the open cart and touches it; a refusal says whether it is gone or ordered. */
async function openCart(tx: Tx, ref: CartRef): Promise<Result<CartId, 'not-found' | 'cart-closed'>> {
  const found = cartWhere(ref)
  if (!found) return fail('not-found')
  const { rows } = await tx.query<{ id: CartId }>(
    `update cart set updated_at = now() where ${found.where} and status = 'open' returning id`,
    found.params,
  )
  if (rows[0]) return ok(rows[0].id)
  const closed = await tx.query(`select 1 from cart where ${found.where}`, found.params)
  return fail(closed.rowCount ? 'cart-closed' : 'not-found')
}

async function changed(
  ref: CartRef,
  work: (tx: Tx) => Promise<Result<unknown, 'not-found' | 'cart-closed' | 'cart-full'>>,
): Promise<Changed> {
  const result = await transact(work)
  if (!result.ok) return result
  const cart = await getCart(ref)
  return cart ? ok(cart) : fail('not-found')
}

/** More of what is there already adds up. A signed-in buyer without a cart gets one. */
export async function addItem(ref: CartRef, variantId: string, quantity: number): Promise<Changed> {
  if ('kind' in ref && ref.kind === 'user' && !(await getCartId(ref))) await createCart(ref)
  return changed(ref, async (tx) => {
    const open = await openCart(tx, ref)
    if (!open.ok) return open
    const quoted = await quoteLines(tx, [{ variantId, quantity }])
    if (!quoted.ok) return quoted
    const { rowCount } = await tx.query(
      `insert into cart_item (id, cart_id, variant_id, quantity)
       select $1, $2, $3, $4 where (select count(*) from cart_item where cart_id = $2) < ${MAX_LINES}
          or exists (select 1 from cart_item where cart_id = $2 and variant_id = $3)
       on conflict (cart_id, variant_id) do update
          set quantity = least(${maxQuantity}, cart_item.quantity + excluded.quantity)`,
      [newId('cit'), open.value, variantId, Math.min(quantity, maxQuantity)],
    )
    return rowCount ? ok(true) : fail('cart-full')
  })
}

async function getCartId(ref: CartRef): Promise<CartId | null> {
  const found = cartWhere(ref)
  if (!found) return null
  const { rows } = await sql.query<{ id: CartId }>(`select id from cart where ${found.where}`, found.params)
  return rows[0]?.id ?? null
}

const onItem = (ref: CartRef, statement: string, params: unknown[]) =>
  changed(ref, async (tx) => {
    const open = await openCart(tx, ref)
    if (!open.ok) return open
    const { rowCount } = await tx.query(statement, [open.value, ...params])
    return rowCount ? ok(true) : fail('not-found')
  })

/** `itemId` is the item's or, for forms that know only the goods, the variant's. */
export const setQuantity = (ref: CartRef, itemId: CartItemId | string, quantity: number): Promise<Changed> =>
  onItem(ref, 'update cart_item set quantity = $3 where cart_id = $1 and (id = $2 or variant_id = $2)', [
    itemId,
    quantity,
  ])

export const removeItem = (ref: CartRef, itemId: CartItemId | string): Promise<Changed> =>
  onItem(ref, 'delete from cart_item where cart_id = $1 and (id = $2 or variant_id = $2)', [itemId])

/** At sign-in: the guest's cart becomes the buyer's, or flows into the one the buyer has. Repeating it is harmless. */
export const mergeCart = (token: string, userId: Id<'usr'>): Promise<void> =>
  transact(async (tx) => {
    const { rows } = await tx.query<{ id: CartId }>(
      `select id from cart where token_hash = $1 and status = 'open' and user_id is null for update`,
      [hashToken(token)],
    )
    const guest = rows[0]?.id
    if (!guest) return
    const own = await tx.query<{ id: CartId }>(
      `select id from cart where user_id = $1 and status = 'open' for update`,
      [userId],
    )
    const target = own.rows[0]?.id
    if (!target) {
      await tx.query('update cart set user_id = $2, updated_at = now() where id = $1', [guest, userId])
      return
    }
    await tx.query(
      `insert into cart_item (id, cart_id, variant_id, quantity, created_at)
       select id || 'm', $2, variant_id, quantity, created_at from cart_item where cart_id = $1
       on conflict (cart_id, variant_id) do update
          set quantity = least(${maxQuantity}, cart_item.quantity + excluded.quantity)`,
      [guest, target],
    )
    await tx.query(`update cart set status = 'merged', updated_at = now() where id = $1`, [guest])
  })

export type TakenCart = { id: CartId; userId: Id<'usr'> | null; lines: { variantId: string; quantity: number }[] }

/**
 * Marks the cart as ordered inside the order's transaction, which also keeps two checkouts of one cart apart.
 * `cart-closed` carries the order that took it.
 */
export async function takeCart(
  tx: Tx,
  ref: CartRef,
  orderId: string,
): Promise<Result<TakenCart, 'not-found' | 'cart-closed'>> {
  const found = cartWhere(ref)
  if (!found) return fail('not-found')
  const { rows } = await tx.query<TakenCart>(
    `with taken as (
       update cart set status = 'ordered', order_id = $4, updated_at = now()
        where ${found.where} and status = 'open' returning id, user_id)
     select id, user_id as "userId", coalesce((
              select jsonb_agg(jsonb_build_object('variantId', i.variant_id, 'quantity', i.quantity)
                               order by i.created_at, i.id)
                from cart_item i where i.cart_id = taken.id), '[]') as lines
       from taken`,
    [...found.params, orderId],
  )
  if (rows[0]) return ok(rows[0])
  const closed = await tx.query<{ order_id: string | null }>(
    `select order_id from cart where ${found.where} order by updated_at desc limit 1`,
    found.params,
  )
  const row = closed.rows[0]
  return row ? fail('cart-closed', { orderId: row.order_id }) : fail('not-found')
}
