import { type Money, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { PaymentEvent, RefundCause, RefundId } from './events'
import type { KnownPayment } from './payment'

export type RefundCommand =
  | ({ type: 'RequestRefund'; refundId: RefundId; amount: Money } & RefundCause)
  | { type: 'ConfirmRefund'; refundId: RefundId }
  | { type: 'FailRefund'; refundId: RefundId; reason: string; manual: boolean }
  /** Money that was given back is at the provider again. `refundId` null: the latest of that amount. */
  | { type: 'ReturnRefund'; refundId: string | null; amount: Money; reason: string }
  /** The provider has given back this much in all, whoever asked it to. */
  | { type: 'ConfirmRefunded'; total: Money }

const idsOf = ({ paymentId, orderId }: KnownPayment) => ({ paymentId, orderId })

function request(state: KnownPayment, command: Extract<RefundCommand, { type: 'RequestRefund' }>) {
  const { type: _, ...data } = command
  if (state.refunds[command.refundId]) return ok([])
  if (state.captured.amount === 0) return fail('not-captured')
  if (data.amount.currency !== state.captured.currency) return fail('wrong-amount')
  if (data.amount.amount <= 0) return fail('nothing-to-refund')
  if (data.amount.amount > state.captured.amount - state.refunding.amount) return fail('refund-too-large')
  return ok<PaymentEvent[]>([{ type: 'RefundRequested', data: { ...idsOf(state), ...data, excess: state.excess } }])
}

/** Each time that money goes out is an effect of its own in the books. */
const attemptOf = ({ refunds }: KnownPayment, refundId: RefundId) => {
  const attempt = refunds[refundId]?.returned ?? 0
  return attempt > 0 ? { attempt } : {}
}

const refunded = (state: KnownPayment, refundId: RefundId, amount: Money): PaymentEvent => ({
  type: 'PaymentRefunded',
  data: { ...idsOf(state), refundId, provider: state.provider, amount, ...attemptOf(state, refundId) },
})

const refundsIn = ({ refunds }: KnownPayment) => Object.entries(refunds) as [RefundId, RefundState][]

/** Ours is known by its id; what was made in the provider's cabinet is the latest that is done and as large. */
function comeBack(state: KnownPayment, command: Extract<RefundCommand, { type: 'ReturnRefund' }>) {
  const { refundId: asked, amount, reason } = command
  const found = refundsIn(state).findLast(([refundId, refund]) =>
    asked === null ? refund.status === 'done' && refund.amount.amount === amount.amount : refundId === asked,
  )
  if (!found) return fail('not-found')
  const [refundId, refund] = found
  if (refund.amount.amount !== amount.amount || refund.amount.currency !== amount.currency) return fail('wrong-amount')
  const of = { ...idsOf(state), refundId, reason }
  if (refund.status === 'manual') return ok([])
  if (refund.status === 'accepted') return ok<PaymentEvent[]>([{ type: 'RefundFailed', data: { ...of, manual: true } }])
  const data = { ...of, provider: state.provider, amount, ...attemptOf(state, refundId) }
  return ok<PaymentEvent[]>([{ type: 'RefundReturned', data }])
}

/** Beyond what is done; a provider cannot have given back more than it took. */
const newly = (state: KnownPayment, total: Money) =>
  Math.min(total.amount, state.captured.amount) - state.refunded.amount

/** Ours that still wait are satisfied first, the oldest first, as far as the money goes. */
function satisfied(state: KnownPayment, total: Money): [RefundId, Money][] {
  let left = newly(state, total)
  return refundsIn(state).flatMap(([refundId, { amount, status }]) => {
    if (status === 'done' || amount.amount > left) return []
    left -= amount.amount
    return [[refundId, amount] satisfies [RefundId, Money]]
  })
}

function confirmAll(state: KnownPayment, total: Money) {
  if (state.captured.amount === 0) return fail('not-captured')
  if (total.currency !== state.captured.currency) return fail('wrong-amount')
  return ok(satisfied(state, total).map(([refundId, amount]) => refunded(state, refundId, amount)))
}

export type RefundState = { amount: Money; status: 'accepted' | 'manual' | 'done'; returned: number }

export function decideRefund(state: KnownPayment, command: RefundCommand) {
  if (command.type === 'RequestRefund') return request(state, command)
  if (command.type === 'ConfirmRefunded') return confirmAll(state, command.total)
  if (command.type === 'ReturnRefund') return comeBack(state, command)
  const { refundId } = command
  const refund = state.refunds[refundId]
  if (!refund) return fail('not-found')
  if (refund.status === 'done') return ok([])
  if (command.type === 'ConfirmRefund') return ok([refunded(state, refundId, refund.amount)])
  if (refund.status === 'manual') return ok([])
  const { reason, manual } = command
  return ok<PaymentEvent[]>([{ type: 'RefundFailed', data: { ...idsOf(state), refundId, reason, manual } }])
}

/** What a provider gave back that nobody here had asked for, never more than is left of the payment. */
export const unasked = (state: KnownPayment, total: Money): Money => {
  const asked = satisfied(state, total).reduce((sum, [, { amount }]) => sum + amount, 0)
  const left = state.captured.amount - state.refunding.amount
  return money(Math.max(0, Math.min(newly(state, total) - asked, left)), total.currency)
}

export const excessRefundId = (paymentId: KnownPayment['paymentId']): RefundId => `rfd_${paymentId.slice(4)}`
