import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { type PaymentCommand, type PaymentEvent, type PaymentFailure, payment } from './payment'
import { unasked } from './refund'

const som = (amount: number) => money(amount * 100, 'UZS')
const request: PaymentCommand = {
  type: 'RequestPayment',
  paymentId: 'pay_1',
  orderId: 'ord_1',
  provider: 'payme',
  amount: som(100),
  url: null,
}
const capture: PaymentCommand = { type: 'CapturePayment', providerRef: 'tx-1', amount: som(100), excess: null }
const excess: PaymentCommand = { ...capture, excess: 'already-paid' }
const refund = (n: number, amount: number): PaymentCommand => ({
  type: 'RequestRefund',
  refundId: `rfd_${n}`,
  amount: som(amount),
  reason: 'shop',
  by: 'shop',
  parcelId: null,
  shopId: null,
  commission: som(0),
})
const confirm = (n: number): PaymentCommand => ({ type: 'ConfirmRefund', refundId: `rfd_${n}` })
const refundedInAll = (amount: number): PaymentCommand => ({ type: 'ConfirmRefunded', total: som(amount) })
const returned = (refundId: string | null, amount: number): PaymentCommand => ({
  type: 'ReturnRefund',
  refundId,
  amount: som(amount),
  reason: 'closed-card',
})
const failed = (n: number, manual: boolean): PaymentCommand => ({
  type: 'FailRefund',
  refundId: `rfd_${n}`,
  reason: 'no-refund-call',
  manual,
})

const stateAfter = (past: PaymentCommand[]) => {
  let state = payment.initial
  for (const one of past) {
    const decision = payment.decide(state, one)
    if (!decision.ok) throw new Error(`${one.type}: ${decision.code}`)
    state = decision.value.reduce(payment.evolve, state)
  }
  return state
}

const play = (past: PaymentCommand[], command: PaymentCommand) => payment.decide(stateAfter(past), command)

const given = (...past: PaymentCommand[]) => ({
  when: (command: PaymentCommand) => ({
    then(...types: PaymentEvent['type'][]) {
      const decision = play(past, command)
      expect(decision.ok ? decision.value.map(({ type }) => type) : decision.code).toEqual(types)
    },
    refuses(code: PaymentFailure) {
      expect(play(past, command)).toMatchObject({ ok: false, code })
    },
  }),
})

describe('a capture', () => {
  it('is taken once, however often it is told', () => {
    given(request).when(capture).then('PaymentCaptured')
    given(request, capture).when(capture).then()
  })
  it('needs a request and the whole sum', () => {
    given().when(capture).refuses('not-requested')
    given(request)
      .when({ ...capture, amount: som(99) })
      .refuses('wrong-amount')
  })
  it('of cash may be less: a cancelled parcel is not paid for at the door', () =>
    given({ ...request, provider: 'cash' })
      .when({ ...capture, amount: som(60) })
      .then('PaymentCaptured'))
  it('for an order that is paid already is kept and goes back', () => {
    given(request).when(excess).then('PaymentCapturedExcess', 'RefundRequested')
    given(request, excess).when(excess).then()
  })
  it('that comes after the invoice was closed still counts if the order takes it', () =>
    given(request, { type: 'CancelPayment', reason: 'buyer' }).when(capture).then('PaymentCaptured'))
})

describe('a refund', () => {
  it('is never more than was taken', () => {
    given(request).when(refund(1, 10)).refuses('not-captured')
    given(request, capture).when(refund(1, 101)).refuses('refund-too-large')
    given(request, capture, refund(1, 60)).when(refund(2, 41)).refuses('refund-too-large')
    given(request, capture, refund(1, 60)).when(refund(2, 40)).then('RefundRequested')
    given(request, capture).when(refund(1, 0)).refuses('nothing-to-refund')
  })
  it('asked for twice is one', () => given(request, capture, refund(1, 60)).when(refund(1, 60)).then())
  it('is confirmed once', () => {
    given(request, capture, refund(1, 60)).when(confirm(1)).then('PaymentRefunded')
    given(request, capture, refund(1, 60), confirm(1)).when(confirm(1)).then()
    given(request, capture).when(confirm(1)).refuses('not-found')
  })
  it('that fails stays due, and a person may settle it', () => {
    given(request, capture, refund(1, 60)).when(failed(1, true)).then('RefundFailed')
    given(request, capture, refund(1, 60), failed(1, true)).when(refund(2, 41)).refuses('refund-too-large')
    given(request, capture, refund(1, 60), failed(1, true)).when(failed(1, true)).then()
    given(request, capture, refund(1, 60), failed(1, true)).when(confirm(1)).then('PaymentRefunded')
    given(request, capture, refund(1, 60), confirm(1)).when(failed(1, true)).then()
  })
})

describe('a refund that comes back', () => {
  const past = [request, capture, refund(1, 60), confirm(1)]
  it('is due again, until a person settles it', () => {
    given(...past)
      .when(returned('rfd_1', 60))
      .then('RefundReturned')
    given(...past, returned('rfd_1', 60))
      .when(returned('rfd_1', 60))
      .then()
    given(...past, returned('rfd_1', 60))
      .when(refund(2, 41))
      .refuses('refund-too-large')
    given(...past, returned('rfd_1', 60))
      .when(confirm(1))
      .then('PaymentRefunded')
    const again = play([...past, returned('rfd_1', 60)], confirm(1))
    expect(again.ok && again.value).toMatchObject([{ data: { attempt: 1 } }])
  })
  it('without an id is the latest of that amount', () => {
    given(...past)
      .when(returned(null, 60))
      .then('RefundReturned')
    given(...past)
      .when(returned(null, 59))
      .refuses('not-found')
    given(...past)
      .when(returned('rfd_1', 59))
      .refuses('wrong-amount')
  })
  it('before it had gone out has failed', () =>
    given(request, capture, refund(1, 60)).when(returned('rfd_1', 60)).then('RefundFailed'))
})

describe('what the provider says it has given back in all', () => {
  it('confirms ours that wait, as far as it goes', () => {
    given(request, capture, refund(1, 60), refund(2, 40))
      .when(refundedInAll(100))
      .then('PaymentRefunded', 'PaymentRefunded')
    given(request, capture, refund(1, 60), refund(2, 40)).when(refundedInAll(60)).then('PaymentRefunded')
    given(request, capture, refund(1, 60), failed(1, true)).when(refundedInAll(100)).then('PaymentRefunded')
    given(request, capture, refund(1, 60), confirm(1)).when(refundedInAll(60)).then()
  })
  it('leaves to be accepted what nobody here had asked for, and no more than is left', () => {
    const left = (past: PaymentCommand[], total: number) => {
      const state = stateAfter(past)
      return state.status === 'new' ? 0 : unasked(state, som(total)).amount / 100
    }
    expect(left([request, capture], 100)).toBe(100)
    expect(left([request, capture, refund(1, 60)], 100)).toBe(40)
    expect(left([request, capture, refund(1, 60)], 60)).toBe(0)
    expect(left([request, capture, refund(1, 60), confirm(1)], 60)).toBe(0)
    expect(left([request, capture], 900)).toBe(100)
  })
})

it('closes an invoice that nobody paid, and no other', () => {
  given(request).when({ type: 'CancelPayment', reason: 'expired' }).then('PaymentCancelled')
  given(request, capture).when({ type: 'CancelPayment', reason: 'expired' }).then()
})

it('never gives back more than it took, whatever is asked and told in whatever order', () => {
  const amount = fc.integer({ min: 0, max: 130 })
  const n = fc.integer({ min: 1, max: 5 })
  const any = fc.oneof(
    fc.tuple(n, amount).map(([id, worth]) => refund(id, worth)),
    n.map(confirm),
    n.map((id) => failed(id, true)),
    fc.tuple(fc.option(n), amount).map(([id, worth]) => returned(id === null ? null : `rfd_${id}`, worth)),
    amount.map(refundedInAll),
  )
  fc.assert(
    fc.property(fc.array(any, { maxLength: 25 }), (commands) => {
      let state = stateAfter([request, capture])
      for (const command of commands) {
        const decision = payment.decide(state, command)
        if (decision.ok) state = decision.value.reduce(payment.evolve, state)
        if (state.status === 'new') throw new Error('a payment forgot itself')
        const refunds = Object.values(state.refunds)
        expect(refunds.reduce((sum, one) => sum + one.amount.amount, 0)).toBe(state.refunding.amount)
        expect(state.refunding.amount).toBeLessThanOrEqual(state.captured.amount)
        expect(state.refunded.amount).toBeLessThanOrEqual(state.refunding.amount)
      }
    }),
  )
})
