import type { Actor } from '@/lib/auth/schema'
import { photoUrl } from '@/lib/files/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import type { Dispute, DisputeId, Page, Return, ReturnId, ReturnItem, ReturnStatus } from '../schema'
import { fromCursor, toCursor } from './cursor'
import { shopOf } from './shop-of'

type Shared = {
  order_id: Id<'ord'>
  order_number: string
  parcel_id: Id<'par'>
  shop_id: Id<'sho'>
  amount: number
  refunded: number
  currency: Currency
  reason: string
  comment: string | null
  photos: string[] | null
  created_at: Date
  updated_at: Date
}

type ReturnRow = Shared & {
  id: ReturnId
  status: ReturnStatus
  items: ReturnItem[]
  accepted: { lineId: string; quantity: number }[] | null
  answer: string | null
  answer_comment: string | null
  deduction: number
  restocked: boolean
}

const returnSelect = `
  select r.id, r.order_id, o.number as order_number, r.parcel_id, r.shop_id, r.status, r.accepted, r.reason, r.answer,
         r.amount, r.deduction, r.refunded, r.restocked, r.currency, r.created_at, r.updated_at,
         n.text as comment, n.photos, a.text as answer_comment,
         (select jsonb_agg(jsonb_build_object('itemId', l.id, 'sku', l.sku, 'title', l.title, 'options', l.options,
                    'parts', l.parts, 'quantity', (i->>'quantity')::int) order by l.position)
            from jsonb_array_elements(r.items) i join parcel_line_view l on l.id = i->>'lineId') as items
    from return_view r
    join order_view o on o.id = r.order_id
    left join order_note n on n.ref = r.id and n.kind = 'return'
    left join order_note a on a.ref = r.id and a.kind = 'return-answer'`

const shared = (row: Shared) => ({
  orderId: row.order_id,
  orderNumber: row.order_number,
  parcelId: row.parcel_id,
  shopId: row.shop_id,
  reason: row.reason,
  comment: row.comment || null,
  photos: (row.photos ?? []).map(photoUrl),
  amount: money(row.amount, row.currency),
  refunded: money(row.refunded, row.currency),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

const toReturn = (row: ReturnRow): Return => ({
  ...shared(row),
  id: row.id,
  status: row.status,
  items: row.items ?? [],
  accepted: row.accepted?.map(({ lineId, quantity }) => ({ itemId: lineId, quantity })) ?? null,
  answer: row.answer,
  answerComment: row.answer_comment || null,
  deduction: money(row.deduction, row.currency),
  restocked: row.restocked,
})

type DisputeRow = Shared & {
  id: DisputeId
  status: Dispute['status']
  in_favour_of: Dispute['inFavourOf']
  answer_comment: string | null
}

const disputeSelect = `
  select d.id, d.order_id, o.number as order_number, d.parcel_id, d.shop_id, d.status, d.amount, d.refunded, d.currency,
         d.reason, d.in_favour_of, d.created_at, d.updated_at, n.text as comment, n.photos, a.text as answer_comment
    from dispute_view d
    join order_view o on o.id = d.order_id
    left join order_note n on n.ref = d.id and n.kind = 'dispute'
    left join order_note a on a.ref = d.id and a.kind = 'dispute-answer'`

const toDispute = (row: DisputeRow): Dispute => ({
  ...shared(row),
  id: row.id,
  status: row.status,
  inFavourOf: row.in_favour_of,
  answerComment: row.answer_comment || null,
})

/** The order's reader has already been let in. */
export async function readReturns(orderId: string): Promise<Return[]> {
  const { rows } = await sql.query<ReturnRow>(`${returnSelect} where r.order_id = $1 order by r.created_at, r.id`, [
    orderId,
  ])
  return rows.map(toReturn)
}

export async function readDisputes(orderId: string): Promise<Dispute[]> {
  const { rows } = await sql.query<DisputeRow>(`${disputeSelect} where d.order_id = $1 order by d.created_at, d.id`, [
    orderId,
  ])
  return rows.map(toDispute)
}

type Filter<Status> = {
  status?: Status | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

type Listed = { id: string; created_at: Date }

/** One page of rows, newest first, of the reader's shop or of all of them for an operator. */
async function page<Row extends Listed>(select: string, of: string, actor: Actor, filter: Filter<string>) {
  const shopId = shopOf(actor)
  if (shopId === undefined) return { rows: [], nextCursor: null }
  const { status, cursor, limit = 20 } = filter
  const from = fromCursor(cursor)
  const { rows } = await sql.query<Row>(
    `${select} where ($1::text is null or ${of}.shop_id = $1) and ($2::text is null or ${of}.status = $2)
        and ($3::timestamptz is null or (${of}.created_at, ${of}.id) < ($3, $4))
      order by ${of}.created_at desc, ${of}.id desc limit $5`,
    [shopId, status ?? null, from?.at ?? null, from?.id ?? null, limit + 1],
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > limit && last ? toCursor(last.created_at.toISOString(), last.id) : null,
  }
}

/** A shop's returns, or all for an operator, newest first. */
export async function listReturns(actor: Actor, filter: Filter<ReturnStatus> = {}): Promise<Page<Return>> {
  const { rows, nextCursor } = await page<ReturnRow>(returnSelect, 'r', actor, filter)
  return { items: rows.map(toReturn), nextCursor }
}

/** A shop's disputes, or all for an operator, newest first. */
export async function listDisputes(actor: Actor, filter: Filter<Dispute['status']> = {}): Promise<Page<Dispute>> {
  const { rows, nextCursor } = await page<DisputeRow>(disputeSelect, 'd', actor, filter)
  return { items: rows.map(toDispute), nextCursor }
}

/** One return of the actor's shop; a foreign one is null like one that does not exist. */
export async function getReturn(returnId: string, actor: Actor): Promise<Return | null> {
  const shopId = shopOf(actor)
  if (shopId === undefined) return null
  const { rows } = await sql.query<ReturnRow>(
    `${returnSelect} where r.id = $1 and ($2::text is null or r.shop_id = $2)`,
    [returnId, shopId],
  )
  return rows[0] ? toReturn(rows[0]) : null
}

/** How many wait for an answer or for the goods: the number beside the desk's link. */
export async function countOpenReturns(actor: Actor): Promise<number> {
  const shopId = shopOf(actor)
  if (shopId === undefined) return 0
  const { rows } = await sql.query<{ count: number }>(
    `select count(*)::int as count from return_view
      where ($1::text is null or shop_id = $1) and status in ('requested', 'approved')`,
    [shopId],
  )
  return rows[0]?.count ?? 0
}
