import type { Tx } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import type { Money } from '@/lib/kernel/money'
import type { Provider } from '../schema'

export type Finding = {
  provider: Provider
  /** The provider's name of it, or ours where it has none: the same finding twice is one that was seen twice. */
  ref: string
  kind: string
  paymentId?: string | undefined
  orderNumber?: string | undefined
  amount?: Money | undefined
  /** person: somebody has to look at it. */
  outcome: 'captured' | 'excess' | 'nothing' | 'person'
  detail?: string | undefined
}

/** What is not as it should be between a provider and us: kept, logged, listed; seen no more once it changes. */
export async function recordFinding(tx: Tx, finding: Finding): Promise<void> {
  const { provider, ref, kind, paymentId, orderNumber, amount, outcome, detail } = finding
  await tx.query(
    `insert into payment_finding as kept
            (provider, ref, kind, payment_id, order_number, amount, currency, outcome, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (provider, ref, kind) do update
       set times = kept.times + 1, last_at = now(), outcome = excluded.outcome, detail = excluded.detail,
           amount = excluded.amount, currency = excluded.currency,
           seen_at = case when (kept.outcome, kept.detail, kept.amount)
                               is distinct from (excluded.outcome, excluded.detail, excluded.amount)
                          then null else kept.seen_at end`,
    [
      provider,
      ref.slice(0, 300),
      kind,
      paymentId ?? null,
      orderNumber?.slice(0, 64) ?? null,
      amount?.amount ?? null,
      amount?.currency ?? null,
      outcome,
      detail?.slice(0, 1_000) ?? null,
    ],
  )
  log.warn({ provider, ref, kind, orderNumber, outcome }, 'payment finding')
}
