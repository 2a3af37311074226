import type { UserActor } from '@/lib/auth/schema'
import { quoteGoods } from '@/lib/catalog'
import type { GoodsLine } from '@/lib/catalog/schema'
import { prepared, sql, type Tx, transact } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { leastOrder, type QuantityProblem, quantityProblem } from '@/lib/price/schema'
import { ANY_CART, type CartRef, cartWhere, hashToken, newToken, OPEN_CART } from './access'
import { getCart } from './queries'
import { type Cart, type CartId, type CartItemId, maxQuantity } from './schema'

const MAX_LINES = 100

type Changed = Result<Cart, 'not-found' | 'cart-closed' | 'cart-full' | QuantityProblem>

const insertCart = prepared(
  `insert into cart (id, token_hash, user_id) values ($1, $2, $3)
   on conflict (user_id) where status = 'open' and user_id is not null do update set token_hash = excluded.token_hash
   returning id`,
)

/** The token is shown once; only its hash is kept. */
export async function createCart(owner?: Pick<UserActor, 'id'>): Promise<{ id: CartId; token: string }> {
  const token = newToken()
  const { rows } = await sql.query<{ id: CartId }>(insertCart, [newId('crt'), hashToken(token), owner?.id ?? null])
  const row = rows[0]
  if (!row) throw new Error('A cart was not created')
  return { id: row.id, token }
}

/** Why there is no open cart to change. */
async function closedOrMissing(tx: Tx, ref: CartRef): Promise<'not-found' | 'cart-closed'> {
  const found = cartWhere(ref)
  const { rows } = found
    ? await tx.query<{ closed: boolean }>(
        `select status <> 'open' as closed from cart where ${found.where}`,
        found.params,
      )
    : { rows: [] }
  return rows.some(({ closed }) => closed) ? 'cart-closed' : 'not-found'
}

/** Locks the open cart and touches it; a refusal says whether it is gone or ordered. */
async function openCart(tx: Tx, ref: CartRef): Promise<Result<CartId, 'not-found' | 'cart-closed'>> {
  const found = cartWhere(ref)
  if (!found) return fail('not-found')
  const { rows } = await tx.query<{ id: CartId }>(
    `update cart set updated_at = now() where ${found.where} and status = 'open' returning id`,
    found.params,
  )
  return rows[0] ? ok(rows[0].id) : fail(await closedOrMissing(tx, ref))
}

async function changed(
  ref: CartRef,
  work: (tx: Tx) => Promise<Result<unknown, 'not-found' | 'cart-closed' | QuantityProblem>>,
): Promise<Changed> {
  const result = await transact(work)
  if (!result.ok) return result
  const cart = await getCart(ref)
  return cart ? ok(cart) : fail('not-found')
}

// One statement, which commits by itself: it locks the open cart, touches it, and puts the goods in.
const put = prepared(
  `with open as (
     update cart set updated_at = now() where ${OPEN_CART} returning id
   ), put as (
     insert into cart_item (id, cart_id, variant_id, quantity)
     select $4, open.id, $5, $6 from open
      where (select count(*) from cart_item i where i.cart_id = open.id) < ${MAX_LINES}
         or exists (select 1 from cart_item i where i.cart_id = open.id and i.variant_id = $5)
     on conflict (cart_id, variant_id) do update
        set quantity = least(${maxQuantity}, cart_item.quantity + excluded.quantity)
     returning id)
   select exists (select 1 from put) as fits from open`,
)

/** How many of it the open cart has. */
async function countOf(ref: CartRef, variantId: string): Promise<number> {
  const found = cartWhere(ref)
  if (!found) return 0
  const { rows } = await sql.query<{ quantity: number }>(
    `select i.quantity from cart_item i where i.variant_id = $4
        and i.cart_id in (select id from cart where ${found.where} and status = 'open')`,
    [...found.params, variantId],
  )
  return rows[0]?.quantity ?? 0
}

/** What to add so that the sum can be ordered: null asks for the least. Only goods with rules of their own cost a look. */
async function wantedOf(ref: CartRef, line: GoodsLine, asked: number | null): Promise<Result<number, QuantityProblem>> {
  const { minOrder, multiple, variantId } = line
  if (minOrder === 1 && multiple === 1) return ok(asked ?? 1)
  const there = await countOf(ref, variantId)
  const wanted = asked ?? (there === 0 ? leastOrder(line) : multiple)
  const problem = quantityProblem(line, Math.min(there + wanted, maxQuantity))
  return problem ? fail(problem, { variantId, minOrder, multiple }) : ok(wanted)
}

/** More of what is there already adds up; `quantity` null: as few as can be. A signed-in buyer without a cart gets one. */
export async function addItem(ref: CartRef, variantId: string, quantity: number | null): Promise<Changed> {
  if ('kind' in ref && ref.kind === 'user' && !(await getCartId(ref))) await createCart(ref)
  const found = cartWhere(ref)
  if (!found) return fail('not-found')
  const goods = await quoteGoods(sql, [{ variantId, quantity: quantity ?? 1 }])
  if (!goods.ok) return (await closedOrMissing(sql, ref)) === 'cart-closed' ? fail('cart-closed') : goods
  const wanted = goods.value[0] ? await wantedOf(ref, goods.value[0], quantity) : fail('not-found')
  if (!wanted.ok) return wanted
  const params = [...found.params, newId('cit'), variantId, Math.min(wanted.value, maxQuantity)]
  const { rows } = await sql.query<{ fits: boolean }>(put, params)
  if (!rows[0]) return fail(await closedOrMissing(sql, ref))
  if (!rows[0].fits) return fail('cart-full')
  const cart = await getCart(ref)
  return cart ? ok(cart) : fail('not-found')
}

async function getCartId(ref: CartRef): Promise<CartId | null> {
  const found = cartWhere(ref)
  if (!found) return null
  const { rows } = await sql.query<{ id: CartId }>(`select id from cart where ${found.where}`, found.params)
  return rows[0]?.id ?? null
}

/** `itemId` is the item's or, for forms that know only the goods, the variant's. */
export const setQuantity = (ref: CartRef, itemId: CartItemId | string, quantity: number): Promise<Changed> =>
  changed(ref, async (tx) => {
    const open = await openCart(tx, ref)
    if (!open.ok) return open
    const { rows } = await tx.query<{ variant_id: string }>(
      `update cart_item set quantity = $3 where cart_id = $1 and (id = $2 or variant_id = $2) returning variant_id`,
      [open.value, itemId, quantity],
    )
    if (!rows[0]) return fail('not-found')
    const goods = await quoteGoods(tx, [{ variantId: rows[0].variant_id, quantity }])
    const line = goods.ok ? goods.value[0] : undefined
    const problem = line ? quantityProblem(line, quantity) : null
    if (!line || !problem) return ok(true)
    return fail(problem, { variantId: line.variantId, minOrder: line.minOrder, multiple: line.multiple })
  })

export const removeItem = (ref: CartRef, itemId: CartItemId | string): Promise<Changed> =>
  changed(ref, async (tx) => {
    const open = await openCart(tx, ref)
    if (!open.ok) return open
    const { rowCount } = await tx.query('delete from cart_item where cart_id = $1 and (id = $2 or variant_id = $2)', [
      open.value,
      itemId,
    ])
    return rowCount ? ok(true) : fail('not-found')
  })

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

const taking = (where: string) =>
  prepared(
    `with taken as (
       update cart set status = 'ordered', order_id = $4, updated_at = now()
        where ${where} and status = 'open' returning id, user_id)
     select id, user_id as "userId", coalesce((
              select jsonb_agg(jsonb_build_object('variantId', i.variant_id, 'quantity', i.quantity)
                               order by i.created_at, i.id)
                from cart_item i where i.cart_id = taken.id), '[]') as lines
       from taken`,
  )
const takes = { [ANY_CART]: taking(ANY_CART), [OPEN_CART]: taking(OPEN_CART) }

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
  const { rows } = await tx.query<TakenCart>(takes[found.where], [...found.params, orderId])
  if (rows[0]) return ok(rows[0])
  const closed = await tx.query<{ order_id: string | null }>(
    `select order_id from cart where ${found.where} order by updated_at desc limit 1`,
    found.params,
  )
  const row = closed.rows[0]
  return row ? fail('cart-closed', { orderId: row.order_id }) : fail('not-found')
}
