import type { Decider } from '@/lib/kernel/decider'
import type { Id } from '@/lib/kernel/id'
import { type Money, minus, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'

type PaymentId = Id<'pay'>
type OrderId = Id<'ord'>
type Provider = 'payme' | 'click' | 'stripe' | 'cash'

type Of = { paymentId: PaymentId; orderId: OrderId }

export type PaymentEvent =
  | { type: 'PaymentRequested'; data: Of & { provider: Provider; amount: Money; url: string | null } }
  | { type: 'PaymentCaptured'; data: Of & { providerRef: string; amount: Money } }
  /** Real money for an order that another payment has satisfied, or that is gone: it goes back. */
  | { type: 'PaymentCapturedExcess'; data: Of & { providerRef: string; amount: Money; reason: string } }
  | { type: 'PaymentCancelled'; data: Of & { reason: string } }
  /** Accepted by us; the provider has still to do it. */
  | { type: 'RefundRequested'; data: Of & { amount: Money; reason: string; excess: boolean } }
  | { type: 'PaymentRefunded'; data: Of & { amount: Money } }

export type PaymentCommand =
  | {
      type: 'RequestPayment'
      paymentId: PaymentId
      orderId: OrderId
      provider: Provider
      amount: Money
      url: string | null
    }
  /** `excess`: the order's refusal to be paid, or null when it became paid. */
  | { type: 'CapturePayment'; providerRef: string; amount: Money; excess: string | null }
  | { type: 'CancelPayment'; reason: string }
  | { type: 'RequestRefund'; amount: Money; reason: string }
  /** The provider has given back this much in all. */
  | { type: 'ConfirmRefund'; amount: Money; reason: string }

export type PaymentFailure = 'not-requested' | 'wrong-amount' | 'payment-closed' | 'not-captured' | 'refund-too-large'

export type PaymentState =
  | { status: 'new' }
  | (Of & {
      status: 'requested' | 'captured' | 'captured_excess' | 'cancelled' | 'refunded'
      provider: Provider
      amount: Money
      captured: Money
      /** Refunds accepted, of which `refunded` are done. */
      refunding: Money
      refunded: Money
      excess: boolean
    })

type Known = Exclude<PaymentState, { status: 'new' }>

const idsOf = ({ paymentId, orderId }: Known): Of => ({ paymentId, orderId })
const zero = (of: Money) => money(0, of.currency)
const moneyIsIn = (state: Known) => state.captured.amount > 0

/** Cash may be less than was asked: a parcel that was cancelled is not paid for at the door. */
const isRightAmount = (state: Known, amount: Money) =>
  amount.currency === state.amount.currency &&
  (state.provider === 'cash' ? amount.amount <= state.amount.amount : amount.amount === state.amount.amount)

function capture(state: Known, command: Extract<PaymentCommand, { type: 'CapturePayment' }>) {
  const { providerRef, amount, excess } = command
  if (moneyIsIn(state)) return ok([]) // providers repeat their calls
  if (!isRightAmount(state, amount)) return fail('wrong-amount')
  const of = idsOf(state)
  if (excess === null) {
    return ok<PaymentEvent[]>([{ type: 'PaymentCaptured', data: { ...of, providerRef, amount } }])
  }
  return ok<PaymentEvent[]>([
    { type: 'PaymentCapturedExcess', data: { ...of, providerRef, amount, reason: excess } },
    { type: 'RefundRequested', data: { ...of, amount, reason: excess, excess: true } },
  ])
}

function requestRefund(state: Known, amount: Money, reason: string) {
  if (!moneyIsIn(state)) return fail('not-captured')
  if (amount.amount > state.captured.amount - state.refunding.amount) return fail('refund-too-large')
  if (amount.amount === 0) return ok([])
  return ok<PaymentEvent[]>([
    { type: 'RefundRequested', data: { ...idsOf(state), amount, reason, excess: state.excess } },
  ])
}

/** A refund that the provider began by itself is accepted and done at once; one we asked for is only done. */
function confirmRefund(state: Known, amount: Money, reason: string) {
  if (!moneyIsIn(state)) return fail('not-captured')
  if (amount.amount > state.captured.amount) return fail('refund-too-large')
  const unasked = amount.amount - state.refunding.amount
  const done = minus(amount, state.refunded)
  if (done.amount <= 0) return ok([])
  const of = idsOf(state)
  const refunded: PaymentEvent = { type: 'PaymentRefunded', data: { ...of, amount: done } }
  if (unasked <= 0) return ok([refunded])
  const accepted = money(unasked, amount.currency)
  const requested: PaymentEvent = {
    type: 'RefundRequested',
    data: { ...of, amount: accepted, reason, excess: state.excess },
  }
  return ok([requested, refunded])
}

export const payment: Decider<PaymentState, PaymentCommand, PaymentEvent, PaymentFailure> = {
  stream: 'payment',
  initial: { status: 'new' },

  decide(state, command) {
    if (command.type === 'RequestPayment') {
      const { type: _, ...data } = command
      if (state.status === 'new') return ok([{ type: 'PaymentRequested', data }])
      return state.status === 'requested' ? ok([]) : fail('payment-closed')
    }
    if (state.status === 'new') return fail('not-requested')
    switch (command.type) {
      case 'CapturePayment':
        return capture(state, command)
      case 'CancelPayment':
        if (state.status !== 'requested') return ok([])
        return ok([{ type: 'PaymentCancelled', data: { ...idsOf(state), reason: command.reason } }])
      case 'RequestRefund':
        return requestRefund(state, command.amount, command.reason)
      case 'ConfirmRefund':
        return confirmRefund(state, command.amount, command.reason)
    }
  },

  evolve(state, event): PaymentState {
    if (event.type === 'PaymentRequested') {
      const { url: _, ...data } = event.data
      const none = zero(data.amount)
      return { status: 'requested', ...data, captured: none, refunding: none, refunded: none, excess: false }
    }
    if (state.status === 'new') return state
    switch (event.type) {
      case 'PaymentCaptured':
        return { ...state, status: 'captured', captured: event.data.amount }
      case 'PaymentCapturedExcess':
        return { ...state, status: 'captured_excess', captured: event.data.amount, excess: true }
      case 'PaymentCancelled':
        return { ...state, status: 'cancelled' }
      case 'RefundRequested':
        return { ...state, refunding: add(state.refunding, event.data.amount) }
      case 'PaymentRefunded': {
        const refunded = add(state.refunded, event.data.amount)
        return { ...state, refunded, status: refunded.amount === state.captured.amount ? 'refunded' : state.status }
      }
    }
  },
}

const add = (a: Money, b: Money) => money(a.amount + b.amount, a.currency)
