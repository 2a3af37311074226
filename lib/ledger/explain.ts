import { type Actor, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import type { AccountKind, EntryType, Explanation, Formula, TxnKind } from './schema'

type Row = {
  id: number
  kind: AccountKind
  shop_id: string | null
  type: EntryType
  currency: Currency
  amount: number
  formula: Formula
  txn_kind: TxnKind
  ref: string
  number: string | null
  order_id: string | null
  parcel_id: string | null
  payment_id: string | null
  source_stream: string | null
  source_version: number | null
  at: Date
}

const select = `
  select e.id, a.kind, a.shop_id, e.type, e.currency, e.amount, e.formula, t.kind as txn_kind, t.ref, t.number,
         t.order_id, t.parcel_id, t.payment_id, t.source_stream, t.source_version, t.at
    from ledger_entry e join ledger_txn t on t.id = e.txn_id join ledger_account a on a.id = e.account_id
   where ($1::text is null or a.shop_id = $1)`

/** Undefined: nobody whom it concerns. Null: the operator, who sees the market's side too. */
function shopOf(actor: Actor): string | null | undefined {
  if (actor.kind === 'shop') return actor.shopId
  if (actor.kind === 'system') return null
  if (actor.kind !== 'user') return undefined
  if (actor.role === 'admin' || actor.role === 'staff') return null
  return isSeller(actor) ? actor.shopId : undefined
}

const toExplanation = (row: Row): Explanation => ({
  entryId: row.id,
  account: row.kind,
  type: row.type,
  amount: money(row.shop_id ? -row.amount : row.amount, row.currency),
  formula: row.formula,
  kind: row.txn_kind,
  ref: row.ref,
  number: row.number,
  orderId: row.order_id,
  parcelId: row.parcel_id,
  paymentId: row.payment_id,
  source:
    row.source_stream && row.source_version !== null
      ? { stream: row.source_stream, version: row.source_version }
      : null,
  at: row.at.toISOString(),
})

/**
 * "Why this amount?" Each entry of a parcel, or one entry, with the formula and the documents frozen when it was
 * written. A shop sees its own side; what is foreign is as empty as what does not exist.
 */
export async function explain(of: { entryId: number } | { parcelId: string }, actor: Actor): Promise<Explanation[]> {
  const shopId = shopOf(actor)
  if (shopId === undefined) return []
  const [where, key] = 'entryId' in of ? ['e.id = $2', of.entryId] : ['t.parcel_id = $2', of.parcelId]
  const { rows } = await sql.query<Row>(`${select} and ${where} order by e.id`, [shopId, key])
  return rows.map(toExplanation)
}
