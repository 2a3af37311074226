import { type Actor, isOperator, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import type { EntryType } from '@/lib/ledger/schema'
import type { Payout, PayoutId, PayoutLine, PayoutStatus, PayoutSummary } from '../schema'
import { getDetailsById } from './get-terms'

type Row = {
  id: PayoutId
  shop_id: string
  slug: string
  name: string
  period: string
  status: PayoutStatus
  currency: Currency
  gross: number
  debt: number
  amount: number
  account: string
  details_id: string
  proposed_by: string
  proposed_by_name: string | null
  proposed_at: Date
  approved_at: Date | null
  exported_at: Date | null
  paid_at: Date | null
  rejected_at: Date | null
  reason: string | null
}

const select = `
  select p.id, p.shop_id, s.slug, s.name, p.period, p.status, p.currency, p.gross, p.debt, p.amount,
         right(d.account, 4) as account, p.details_id, p.proposed_by,
         u.name as proposed_by_name, p.proposed_at, p.approved_at, p.exported_at,
         p.paid_at, p.rejected_at, p.reason
    from payout p join shop s on s.id = p.shop_id join payout_details d on d.id = p.details_id
    left join "user" u on u.id = p.proposed_by
   where ($1::text is null or p.shop_id = $1)`

const toPayout = (row: Row): PayoutSummary => ({
  id: row.id,
  shop: { id: row.shop_id, slug: row.slug, name: row.name },
  period: row.period,
  status: row.status,
  gross: money(row.gross, row.currency),
  debt: money(row.debt, row.currency),
  amount: money(row.amount, row.currency),
  account: row.account,
  proposedBy: row.proposed_by,
  proposedByName: row.proposed_by_name,
  proposedAt: row.proposed_at.toISOString(),
  approvedAt: row.approved_at?.toISOString() ?? null,
  exportedAt: row.exported_at?.toISOString() ?? null,
  paidAt: row.paid_at?.toISOString() ?? null,
  rejectedAt: row.rejected_at?.toISOString() ?? null,
  reason: row.reason,
})

/** Undefined: nobody who may look. Null: the operator, who sees all. */
export function payoutShopOf(actor: Actor): string | null | undefined {
  if (actor.kind === 'shop') return actor.shopId
  if (isOperator(actor)) return null
  return isSeller(actor) ? actor.shopId : undefined
}

type Asked = {
  cursor?: string | undefined
  limit?: number | undefined
  status?: PayoutStatus | undefined
  /** Only of the actor's own shop, even when it may see all. */
  own?: boolean | undefined
}

/** Newest first; ids begin with their time, so they are the cursor. */
export async function listPayouts(actor: Actor, { cursor, limit = 20, status, own }: Asked = {}) {
  const shopId = own && isSeller(actor) ? actor.shopId : payoutShopOf(actor)
  if (shopId === undefined) return { items: [], nextCursor: null }
  const { rows } = await sql.query<Row>(
    `${select} and ($2::text is null or p.id < $2) and ($3::text is null or p.status = $3)
      order by p.id desc limit $4`,
    [shopId, cursor ?? null, status ?? null, limit + 1],
  )
  const items = rows.slice(0, limit).map(toPayout)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

type LineRow = {
  entry_id: number
  type: EntryType
  amount: number
  number: string | null
  parcel_id: string | null
  at: Date
}

async function readLines(id: string, currency: Currency, limit: number): Promise<PayoutLine[]> {
  const { rows } = await sql.query<LineRow>(
    `select entry_id, type, amount, number, parcel_id, at from payout_line where payout_id = $1
      order by entry_id limit $2`,
    [id, limit],
  )
  return rows.map((row) => ({
    entryId: row.entry_id,
    type: row.type,
    amount: money(row.amount, currency),
    number: row.number,
    parcelId: row.parcel_id,
    at: row.at.toISOString(),
  }))
}

/** One payout with the entries it consists of, up to `limit`; a foreign one is as missing as one that never was. */
export async function getPayout(id: string, actor: Actor, limit = 500): Promise<Payout | null> {
  const shopId = payoutShopOf(actor)
  if (shopId === undefined) return null
  const { rows } = await sql.query<Row>(`${select} and p.id = $2`, [shopId, id])
  const row = rows[0]
  const details = row && (await getDetailsById(sql, row.details_id))
  if (!row || !details) return null
  const count = await sql.query<{ n: number }>('select count(*) as n from payout_line where payout_id = $1', [id])
  return {
    ...toPayout(row),
    details,
    lines: await readLines(id, row.currency, limit),
    lineCount: count.rows[0]?.n ?? 0,
  }
}
