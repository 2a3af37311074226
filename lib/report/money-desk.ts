import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import type { PaymentStatus, Provider, RefundStatus } from '@/lib/payment/schema'
import type { MarketPayment, MarketRefund, MoneyTodo } from '@/lib/report/schema'

/** What waits for the market's people; null for everybody else. */
export async function getMoneyTodo(actor: Actor): Promise<MoneyTodo | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<MoneyTodo>(
    `select (select count(*)::int from refund_view where status = 'manual') as refunds,
            (select count(*)::int from dispute_view where status = 'open') as disputes,
            (select count(*)::int from return_view where status in ('requested', 'approved')) as returns,
            (select count(*)::int from payout where status in ('proposed', 'approved', 'exported')) as payouts,
            (select count(*)::int from payment_finding where outcome = 'person' and seen_at is null)
              + (select count(*)::int from provider_alarm where seen_at is null) as findings`,
  )
  return rows[0] ?? null
}

type Page<Item> = { items: Item[]; nextCursor: string | null }
type Listed = { id: string; created_at: Date }
export type ListMoney<Status> = {
  status?: Status | undefined
  provider?: Provider | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const toCursor = ({ created_at, id }: Listed) => Buffer.from(`${created_at.toISOString()} ${id}`).toString('base64url')

function fromCursor(cursor: string | undefined): [at: string | null, id: string | null] {
  const [at, id] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? [at, id] : [null, null]
}

/** Newest first; `x` is the table that is listed. */
async function page<Row extends Listed>(select: string, asked: ListMoney<string>): Promise<Page<Row>> {
  const { status, provider, cursor, limit = 25 } = asked
  const { rows } = await sql.query<Row>(
    `${select} where ($1::text is null or x.status = $1) and ($2::text is null or x.provider = $2)
        and ($3::timestamptz is null or (x.created_at, x.id) < ($3, $4))
      order by x.created_at desc, x.id desc limit $5`,
    [status ?? null, provider ?? null, ...fromCursor(cursor), limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? toCursor(last) : null }
}

type PaymentRow = Listed & {
  number: string
  provider: Provider
  status: PaymentStatus
  amount: number
  captured: number
  refunded: number
  currency: Currency
  provider_ref: string | null
}

/** Every payment of the market, the newest first; nothing for anybody but its operator. */
export async function listMarketPayments(
  actor: Actor,
  asked: ListMoney<PaymentStatus> = {},
): Promise<Page<MarketPayment>> {
  if (!isOperator(actor)) return { items: [], nextCursor: null }
  const { items, nextCursor } = await page<PaymentRow>(
    `select x.id, o.number, x.provider, x.status, x.amount, x.captured, x.refunded, x.currency, x.provider_ref,
            x.created_at
       from payment_view x join order_view o on o.id = x.order_id`,
    asked,
  )
  return {
    items: items.map((row) => ({
      id: row.id,
      number: row.number,
      provider: row.provider,
      status: row.status,
      amount: money(row.amount, row.currency),
      captured: money(row.captured, row.currency),
      refunded: money(row.refunded, row.currency),
      providerRef: row.provider_ref,
      createdAt: row.created_at.toISOString(),
    })),
    nextCursor,
  }
}

type RefundRow = Listed & {
  number: string
  provider: Provider
  provider_ref: string | null
  status: RefundStatus
  failure: string | null
  amount: number
  currency: Currency
  by: MarketRefund['by']
  reason: string
  excess: boolean
  shop: string | null
  buyer: string | null
  phone: string | null
  done_at: Date | null
}

/** Every refund with whom and where it goes to; nothing for anybody but the operator. */
export async function listMarketRefunds(
  actor: Actor,
  asked: ListMoney<RefundStatus> = {},
): Promise<Page<MarketRefund>> {
  if (!isOperator(actor)) return { items: [], nextCursor: null }
  const { items, nextCursor } = await page<RefundRow>(
    `select x.id, o.number, x.provider, p.provider_ref, x.status, x.failure, x.amount, x.currency, x.by, x.reason,
            x.excess, s.name as shop, c.name as buyer, c.phone, x.created_at, x.done_at
       from refund_view x
       join order_view o on o.id = x.order_id
       left join payment_view p on p.id = x.payment_id
       left join shop s on s.id = x.shop_id
       left join order_contact c on c.order_id = x.order_id`,
    asked,
  )
  return {
    items: items.map(({ provider_ref, amount, currency, created_at, done_at, ...row }) => ({
      ...row,
      providerRef: provider_ref,
      amount: money(amount, currency),
      createdAt: created_at.toISOString(),
      doneAt: done_at?.toISOString() ?? null,
    })),
    nextCursor,
  }
}
