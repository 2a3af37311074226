import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, type Money, money } from '@/lib/kernel/money'
import type { PaymentId, Provider } from '../schema'

export type PendingPayment = { id: PaymentId; orderId: Id<'ord'>; amount: Money; providerRef: string | null }

type Row = { id: PaymentId; order_id: Id<'ord'>; amount: number; currency: Currency; provider_ref: string | null }

const BATCH = 50

/**
 * Payments that wait for longer than 30 s, each for one instance at a time: 30 s after the first question, then twice
 * as long each time up to an hour, for three days. An invoice that was closed here may still have been paid there.
 */
export async function claimPending(tx: Tx, provider: Provider, everything = false): Promise<PendingPayment[]> {
  const { rows } = await tx.query<Row>(
    `with due as (
       select p.id from payment_view p left join payment_probe b on b.payment_id = p.id
        where p.provider = $1 and p.status in ('requested', 'cancelled')
          and p.created_at between now() - interval '3 days' and now() - interval '30 seconds'
          and ($3 or b.next_at is null or b.next_at <= now())
        order by coalesce(b.next_at, p.created_at) limit $2
     ), claimed as (
       insert into payment_probe as b (payment_id, tries, next_at) select id, 1, now() + interval '30 seconds' from due
       on conflict (payment_id) do update
         set tries = b.tries + 1, next_at = now() + least(3600, 30 * power(2, least(b.tries, 7))) * interval '1 second'
         where $3 or b.next_at <= now()
       returning payment_id
     )
     select p.id, p.order_id, p.amount, p.currency, p.provider_ref
       from payment_view p join claimed c on c.payment_id = p.id order by p.created_at`,
    [provider, everything ? BATCH * 20 : BATCH, everything],
  )
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    amount: money(row.amount, row.currency),
    providerRef: row.provider_ref,
  }))
}

/** Nobody asks about these again. */
export const forgetProbes = (tx: Tx) => tx.query(`delete from payment_probe where next_at < now() - interval '4 days'`)
