import { sql } from '@/lib/kernel/db'
import { type Currency, type Money, money } from '@/lib/kernel/money'
import type { FindingMark, PaymentId, Provider } from '../schema'
import { findingMarks } from './finding-marks'

export type ListedFinding = {
  provider: Provider
  ref: string
  /** paid-there | paid-without-order | wrong-amount | refunded-there | … */
  kind: string
  paymentId: PaymentId | null
  orderNumber: string | null
  amount: Money | null
  /** captured | excess | nothing | person */
  outcome: string
  detail: string | null
  times: number
  foundAt: string
  lastAt: string
  /** Nobody has looked at it, or it has changed since. */
  open: boolean
  /** Who has looked at it and what they wrote, the oldest first. */
  marks: FindingMark[]
}

type Row = {
  provider: Provider
  ref: string
  kind: string
  payment_id: PaymentId | null
  order_number: string | null
  amount: number | null
  currency: Currency | null
  outcome: string
  detail: string | null
  times: number
  found_at: Date
  last_at: Date
  open: boolean
  marks: FindingMark[]
}

/** For the operator: what was not as it should be between a provider and us; what waits for a person first. */
export async function listFindings(limit = 100): Promise<ListedFinding[]> {
  const { rows } = await sql.query<Row>(
    `select f.provider, f.ref, f.kind, payment_id, order_number, amount, currency, outcome, detail, times, found_at,
            last_at, (outcome = 'person' and seen_at is null) as open, ${findingMarks('f.ref', 'f.kind')}
       from payment_finding f order by open desc, last_at desc limit $1`,
    [limit],
  )
  return rows.map((row) => ({
    provider: row.provider,
    ref: row.ref,
    kind: row.kind,
    paymentId: row.payment_id,
    orderNumber: row.order_number,
    amount: row.amount === null || row.currency === null ? null : money(row.amount, row.currency),
    outcome: row.outcome,
    detail: row.detail,
    times: row.times,
    foundAt: row.found_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    open: row.open,
    marks: row.marks,
  }))
}

/** For dashboards and alerts: findings by outcome and alarms of callbacks, without those that somebody has seen. */
export async function countFindings(): Promise<{ provider: string; outcome: string; count: number }[]> {
  const { rows } = await sql.query<{ provider: string; outcome: string; count: number }>(
    `select provider, outcome, count(*)::int as count from payment_finding where seen_at is null group by 1, 2
     union all select provider, 'alarm', count(*)::int from provider_alarm where seen_at is null group by 1`,
  )
  return rows
}
