import type { Decider } from '@/lib/kernel/decider'
import type { Id } from '@/lib/kernel/id'
import { type Money, minus, money, sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { PaymentEvent, PaymentId, RefundId } from './events'
import { decideRefund, excessRefundId, type RefundCommand, type RefundState } from './refund'

export type { PaymentEvent } from './events'

type OrderId = Id<'ord'>
type Provider = 'payme' | 'click' | 'stripe' | 'cash'

type Of = { paymentId: PaymentId; orderId: OrderId }

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
  | RefundCommand

export type PaymentFailure =
  | 'not-requested'
  | 'not-found'
  | 'wrong-amount'
  | 'payment-closed'
  | 'not-captured'
  | 'nothing-to-refund'
  | 'refund-too-large'

export type PaymentState =
  | { status: 'new' }
  | (Of & {
      status: 'requested' | 'captured' | 'captured_excess' | 'cancelled' | 'refunded'
      provider: Provider
      providerRef: string | null
      amount: Money
      captured: Money
      /** Refunds accepted, of which `refunded` are done. */
      refunding: Money
      refunded: Money
      refunds: Record<RefundId, RefundState>
      excess: boolean
    })

export type KnownPayment = Exclude<PaymentState, { status: 'new' }>

const idsOf = ({ paymentId, orderId }: KnownPayment): Of => ({ paymentId, orderId })

/** Cash may be less than was asked: a parcel that was cancelled is not paid for at the door. */
const isRightAmount = (state: KnownPayment, amount: Money) =>
  amount.currency === state.amount.currency &&
  (state.provider === 'cash' ? amount.amount <= state.amount.amount : amount.amount === state.amount.amount)

function capture(state: KnownPayment, command: Extract<PaymentCommand, { type: 'CapturePayment' }>) {
  const { providerRef, amount, excess: reason } = command
  if (state.captured.amount > 0) return ok([]) // providers repeat their calls
  if (!isRightAmount(state, amount)) return fail('wrong-amount')
  const of = { ...idsOf(state), provider: state.provider, providerRef, amount }
  if (reason === null) return ok<PaymentEvent[]>([{ type: 'PaymentCaptured', data: of }])
  const refundId = excessRefundId(state.paymentId)
  const commission = money(0, amount.currency)
  const cause = { reason, by: 'system', parcelId: null, shopId: null, commission } as const
  return ok<PaymentEvent[]>([
    { type: 'PaymentCapturedExcess', data: { ...of, reason } },
    { type: 'RefundRequested', data: { ...idsOf(state), refundId, amount, ...cause, excess: true } },
  ])
}

const setRefund = (state: KnownPayment, refundId: RefundId, refund: RefundState) => ({
  ...state.refunds,
  [refundId]: refund,
})

const add = (a: Money, b: Money) => sum([a, b], a.currency)

function returnRefund(state: KnownPayment, { refundId, amount }: { refundId: RefundId; amount: Money }): KnownPayment {
  const status = state.status === 'refunded' ? (state.excess ? 'captured_excess' : 'captured') : state.status
  const returned = (state.refunds[refundId]?.returned ?? 0) + 1
  const refunds = setRefund(state, refundId, { amount, status: 'manual', returned })
  return { ...state, status, refunds, refunded: minus(state.refunded, amount) }
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
      default:
        return decideRefund(state, command)
    }
  },

  evolve(state, event): PaymentState {
    if (event.type === 'PaymentRequested') {
      const { url: _, ...data } = event.data
      const none = money(0, data.amount.currency)
      const nothing = { captured: none, refunding: none, refunded: none, refunds: {}, excess: false }
      return { status: 'requested', ...data, providerRef: null, ...nothing }
    }
    if (state.status === 'new') return state
    switch (event.type) {
      case 'PaymentCaptured':
        return { ...state, status: 'captured', captured: event.data.amount, providerRef: event.data.providerRef }
      case 'PaymentCapturedExcess': {
        const { amount, providerRef } = event.data
        return { ...state, status: 'captured_excess', captured: amount, providerRef, excess: true }
      }
      case 'PaymentCancelled':
        return { ...state, status: 'cancelled' }
      case 'RefundRequested': {
        const { refundId, amount } = event.data
        const refunds = setRefund(state, refundId, { amount, status: 'accepted', returned: 0 })
        return { ...state, refunding: add(state.refunding, amount), refunds }
      }
      case 'PaymentRefunded': {
        const { refundId, amount } = event.data
        const refunded = add(state.refunded, amount)
        const status = refunded.amount === state.captured.amount ? 'refunded' : state.status
        const returned = state.refunds[refundId]?.returned ?? 0
        return { ...state, refunded, status, refunds: setRefund(state, refundId, { amount, status: 'done', returned }) }
      }
      case 'RefundReturned':
        return returnRefund(state, event.data)
      case 'RefundFailed': {
        const refund = state.refunds[event.data.refundId]
        if (!refund || !event.data.manual) return state
        return { ...state, refunds: setRefund(state, event.data.refundId, { ...refund, status: 'manual' }) }
      }
    }
  },
}
