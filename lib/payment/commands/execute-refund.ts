import { crashPoint } from '@/lib/kernel/crash-point'
import { sql, transact } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import { log } from '@/lib/kernel/log'
import { maybe, use } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { type KnownPayment, payment } from '../domain/payment'
import type { RefundCommand } from '../domain/refund'
import type { RefundOutcome } from '../ports'
import type { PaymentId, RefundId } from '../schema'
import '../ports'

type Job = { paymentId: PaymentId; refundId: RefundId }

/** A provider that cannot be reached this often is left to a person. */
const MOST_ATTEMPTS = 10
const ASK_AGAIN_SECONDS = 600

/** One instance at a time asks, and a crash lets the next one ask after a minute. Null: somebody else is at it. */
async function lease(refundId: RefundId): Promise<number | null> {
  const { rows } = await sql.query<{ attempts: number }>(
    `insert into refund_attempt as a (refund_id, attempts, leased_until) values ($1, 1, now() + interval '60 seconds')
     on conflict (refund_id) do update set attempts = a.attempts + 1, leased_until = excluded.leased_until
       where a.leased_until < now()
     returning attempts`,
    [refundId],
  )
  return rows[0]?.attempts ?? null
}

const waitFor = (refundId: RefundId, seconds: number, attempts: number) =>
  sql.query(
    `update refund_attempt set attempts = $3, leased_until = now() + $2 * interval '1 second' where refund_id = $1`,
    [refundId, seconds, attempts],
  )

/** What the provider or a person has said of it meanwhile is newer than the answer to an old question. */
const tell = (paymentId: PaymentId, command: Extract<RefundCommand, { refundId: RefundId }>) =>
  transact(async (tx) => {
    const state = await load(tx, payment, paymentId)
    if (state.status === 'new' || state.refunds[command.refundId]?.status !== 'accepted') return
    must(await handle(tx, payment, paymentId, command, { actorId: 'refund-payment' }))
  })

/** Outside any transaction: the network may be slow. Undefined: it could not be reached. */
async function ask(state: KnownPayment, refundId: RefundId): Promise<RefundOutcome | undefined> {
  const { provider, paymentId, orderId, providerRef, captured } = state
  const amount = state.refunds[refundId]?.amount
  const gateway = maybe(`gateway:${provider}`)
  if (!gateway?.refund || !amount || providerRef === null) return { status: 'manual', note: 'no-refund-call' }
  const order = await use('payable-orders').find(sql, { id: orderId })
  const number = order?.number ?? ''
  try {
    return await gateway.refund({ refundId, paymentId, number, providerRef, amount, captured })
  } catch (error) {
    log.warn({ err: error, refundId, provider }, 'refund: the provider cannot be reached')
    return undefined
  }
}

/** The job of one refund: asks the provider and writes down what it said. Run again, early or late, it does no harm. */
export async function refundPayment({ paymentId, refundId }: Job): Promise<void> {
  const state = await load(sql, payment, paymentId)
  if (state.status === 'new' || state.refunds[refundId]?.status !== 'accepted') return
  const attempts = await lease(refundId)
  if (attempts === null) return
  const outcome = await ask(state, refundId)
  crashPoint('refund-asked')
  if (outcome?.status === 'done') await tell(paymentId, { type: 'ConfirmRefund', refundId })
  else if (outcome?.status === 'pending') await waitFor(refundId, ASK_AGAIN_SECONDS, 0)
  else if (outcome || attempts >= MOST_ATTEMPTS) {
    const reason = outcome ? (outcome.note ?? 'manual') : 'unreachable'
    await tell(paymentId, { type: 'FailRefund', refundId, reason, manual: true })
  } else await waitFor(refundId, Math.min(2 ** attempts, ASK_AGAIN_SECONDS), attempts)
}

/** The net under the jobs: whatever is due and nobody is at. */
export async function sweepRefunds(): Promise<number> {
  const { rows } = await sql.query<{ id: RefundId; payment_id: PaymentId }>(
    `select r.id, r.payment_id from refund_view r left join refund_attempt a on a.refund_id = r.id
      where r.status = 'accepted' and coalesce(a.leased_until, r.created_at + interval '10 seconds') < now()
      order by r.created_at limit 50`,
  )
  for (const { id, payment_id } of rows) await refundPayment({ paymentId: payment_id, refundId: id })
  return rows.length
}
