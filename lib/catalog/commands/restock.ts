import type { Tx } from '@/lib/kernel/db'
import { type StockLine, showStock, type Turned, turnedBy } from './stock'

/** Goods that came back and are as good as new can be sold again. Joins the caller's transaction. */
export async function restock(tx: Tx, lines: readonly StockLine[]): Promise<void> {
  const back = new Map<string, number>()
  for (const { variantId, quantity } of lines) back.set(variantId, (back.get(variantId) ?? 0) + quantity)
  const ids = [...back.keys()].sort()
  if (ids.length === 0) return
  await tx.query('select 1 from stock_item where variant_id = any($1) order by variant_id for update', [ids])
  const { rows } = await tx.query<Turned>(
    `update stock_item s set on_hand = s.on_hand + b.quantity
       from unnest($1::text[], $2::int[]) as b(id, quantity)
      where s.variant_id = b.id
     returning s.variant_id, ${turnedBy('b.quantity', 'given')} as turned`,
    [ids, ids.map((id) => back.get(id) ?? 0)],
  )
  await showStock(
    tx,
    rows.filter((row) => row.turned).map((row) => row.variant_id),
  )
}
