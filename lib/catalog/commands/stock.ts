import { prepared, type Tx, together } from '@/lib/kernel/db'
import { note } from '@/lib/kernel/event-store'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { sellable } from '../queries/sellable'

export type StockLine = { variantId: string; quantity: number }

/** One quantity a variant, in id order: every order locks the rows of two goods in the same order. */
function byVariant(lines: readonly StockLine[]): StockLine[] {
  const wanted = new Map<string, number>()
  for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  return [...wanted]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

const lockRows = prepared('select 1 from stock_item where variant_id = any($1) order by variant_id for update')

const lock = (tx: Tx, ids: readonly string[]) => tx.query(lockRows, [ids])

export type Turned = { variant_id: string; turned: boolean }

/**
 * Has a change by `change` pieces sold out a variant, brought it back, or done that to a bundle it is part of? Of the row
 * `s` as it is now; only what is part of a bundle reads more than its row.
 */
export function turnedBy(change: string, direction: 'taken' | 'given'): string {
  const left = 's.on_hand - s.reserved'
  const before = direction === 'taken' ? `${left} + ${change}` : `${left} - ${change}`
  const [less, more] = direction === 'taken' ? [left, before] : [before, left]
  return `(${less} = 0 or exists (select from bundle_part bp
     where bp.part_id = s.variant_id and ${less} < bp.quantity and ${more} >= bp.quantity))`
}

const take = prepared(
  `with wanted as (select * from unnest($2::text[], $3::int[]) as w(id, quantity)),
   taken as (
     update stock_item s set reserved = s.reserved + w.quantity from wanted w
      where s.variant_id = w.id and s.on_hand - s.reserved >= w.quantity
     returning s.variant_id, w.quantity, ${turnedBy('w.quantity', 'taken')} as turned),
   held as (
     insert into reservation (order_id, variant_id, quantity, state, expires_at)
     select $1, variant_id, quantity, 'held', now() + $4 * interval '1 minute' from taken)
   select variant_id, turned from taken`,
)

/**
 * Holds stock for an order until `minutes` from now, or refuses all of it: `out-of-stock` names the variants.
 * A refusal leaves rows behind that the caller's rollback has to undo, as `transact` does.
 */
export async function reserveStock(
  tx: Tx,
  orderId: string,
  lines: readonly StockLine[],
  minutes: number,
): Promise<Result<true, 'out-of-stock'>> {
  const wanted = byVariant(lines)
  const ids = wanted.map((line) => line.variantId)
  const quantities = wanted.map((line) => line.quantity)
  const taking = () => tx.query<Turned>(take, [orderId, ids, quantities, minutes])
  const { rows } = ids.length > 1 ? (await together([lock(tx, ids), taking()]))[1] : await taking()
  const taken = new Set(rows.map((row) => row.variant_id))
  const missing = ids.filter((id) => !taken.has(id))
  if (missing.length > 0) return fail('out-of-stock', { variantIds: missing })
  await showStock(tx, turnedIn(rows))
  return ok(true)
}

/** Gives held stock back; of a whole order, or of some of its variants. Repeating it changes nothing. */
export async function releaseStock(tx: Tx, orderId: string, variantIds?: readonly string[]): Promise<void> {
  const ids = await settle(tx, orderId, 'released', variantIds)
  if (ids.length === 0) return
  const { rows } = await tx.query<Turned>(
    `update stock_item s set reserved = s.reserved - r.quantity from reservation r
      where r.order_id = $1 and r.variant_id = any($2) and s.variant_id = r.variant_id
     returning s.variant_id, ${turnedBy('r.quantity', 'given')} as turned`,
    [orderId, ids],
  )
  await showStock(tx, turnedIn(rows))
}

/** The goods have left: they are neither on hand nor held any more. Repeating it changes nothing. */
export async function consumeStock(tx: Tx, orderId: string, variantIds?: readonly string[]): Promise<void> {
  const ids = await settle(tx, orderId, 'consumed', variantIds)
  if (ids.length === 0) return
  await tx.query(
    `update stock_item s set reserved = s.reserved - r.quantity, on_hand = s.on_hand - r.quantity from reservation r
      where r.order_id = $1 and r.variant_id = any($2) and s.variant_id = r.variant_id`,
    [orderId, ids],
  )
}

/** Held goods stay held until `minutes` from now; a paid order holds them until it is shipped. */
export async function extendReservation(tx: Tx, orderId: string, minutes: number): Promise<void> {
  await tx.query(
    `update reservation set expires_at = greatest(expires_at, now() + $2 * interval '1 minute')
      where order_id = $1 and state = 'held'`,
    [orderId, minutes],
  )
}

/** Marks what is still held, so that nothing is given back or taken twice; stock rows are locked first, in id order. */
async function settle(tx: Tx, orderId: string, state: string, variantIds?: readonly string[]): Promise<string[]> {
  const held = await tx.query<{ variant_id: string }>(
    `select variant_id from reservation where order_id = $1 and state = 'held'
        and ($2::text[] is null or variant_id = any($2)) order by variant_id for update`,
    [orderId, variantIds ?? null],
  )
  const ids = held.rows.map((row) => row.variant_id)
  if (ids.length === 0) return []
  await lock(tx, ids)
  await tx.query('update reservation set state = $3 where order_id = $1 and variant_id = any($2)', [
    orderId,
    ids,
    state,
  ])
  return ids
}

const turnedIn = (rows: readonly Turned[]) => rows.filter((row) => row.turned).map((row) => row.variant_id)

/** Another stock of parts is another stock of their bundles. */
export async function showBundles(tx: Tx, partIds: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ bundle_id: string }>(
    'select distinct bundle_id from bundle_part where part_id = any($1) order by bundle_id',
    [partIds],
  )
  await showStock(
    tx,
    rows.map(({ bundle_id }) => bundle_id),
  )
}

/**
 * When a variant sells out or comes back, its product's flag follows, and cached pages are told after commit. To engines
 * the product has changed: what its page and their feeds say of the variant is another thing now.
 * The product is locked before it is looked at: of two last units sold at once, the later order sees both gone.
 */
export async function showStock(tx: Tx, variantIds: readonly string[]): Promise<void> {
  if (variantIds.length === 0) return
  const { rows: products } = await tx.query<{ id: string; slug: string }>(
    `select id, slug from product where id in (
       select product_id from variant where id = any($1)
        union all select v.product_id from bundle_part bp join variant v on v.id = bp.bundle_id where bp.part_id = any($1))
      order by id for update`,
    [variantIds],
  )
  const ids = products.map((product) => product.id)
  await tx.query(
    `update product p set in_stock = f.in_stock, updated_at = now()
       from (select v.product_id, bool_or(${sellable()} > 0) as in_stock
               from variant v left join stock_item s on s.variant_id = v.id
              where v.product_id = any($1) group by 1) f
      where p.id = f.product_id`,
    [ids],
  )
  for (const { id, slug } of products)
    await note(tx, `product-${id}`, { type: 'StockTurned', data: { productId: id, slug } }, { actorId: 'catalog' })
}
