import type { Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'

type NewList = {
  shopId: string
  name: string
  from: Date
  to: Date | null
  by: string
  entries: readonly { variantId: string; price: number; compareAt: number | null }[]
}

/** Joins the caller's transaction, which has checked whose goods they are and what is struck through. */
export async function insertList(tx: Tx, { shopId, name, from, to, by, entries }: NewList): Promise<string> {
  const id = newId('prl')
  await tx.query(
    'insert into price_list (id, shop_id, name, valid_from, valid_to, created_by) values ($1, $2, $3, $4, $5, $6)',
    [id, shopId, name, from, to, by],
  )
  await tx.query(
    `insert into price_entry (list_id, variant_id, price, compare_at)
     select $1, e."variantId", e.price, e."compareAt"
       from jsonb_to_recordset($2::jsonb) as e("variantId" text, price bigint, "compareAt" bigint)`,
    [id, JSON.stringify(entries)],
  )
  return id
}

/** Ends now what is running, and before it began what is planned; false where there is nothing to end. */
export async function stopList(tx: Tx, shopId: string, listId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update price_list set valid_from = least(valid_from, now()), valid_to = now()
      where id = $1 and shop_id = $2 and (valid_to is null or valid_to > now())`,
    [listId, shopId],
  )
  return (rowCount ?? 0) > 0
}

/** The shown prices follow the list up to this moment. */
export const markTold = (tx: Tx, listId: string) =>
  tx.query(
    `update price_list
        set state = case when valid_to <= now() then 'ended' when valid_from <= now() then 'running' else state end
      where id = $1`,
    [listId],
  )
