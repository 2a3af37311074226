import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { type PaymentCommand, type PaymentEvent, type PaymentFailure, payment } from './payment'

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
const refund = (amount: number): PaymentCommand => ({ type: 'RequestRefund', amount: som(amount), reason: 'shop' })
const confirm = (amount: number): PaymentCommand => ({ type: 'ConfirmRefund', amount: som(amount), reason: 'payme' })

const play = (past: PaymentCommand[], command: PaymentCommand) => {
  let state = payment.initial
  for (const one of past) {
    const decision = payment.decide(state, one)
    if (!decision.ok) throw new Error(`${one.type}: ${decision.code}`)
    state = decision.value.reduce(payment.evolve, state)
  }
  return payment.decide(state, command)
}

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
    given(request).when(refund(10)).refuses('not-captured')
    given(request, capture).when(refund(101)).refuses('refund-too-large')
    given(request, capture, refund(60)).when(refund(41)).refuses('refund-too-large')
    given(request, capture, refund(60)).when(refund(40)).then('RefundRequested')
  })
  it('that the provider began by itself is accepted and done at once', () => {
    given(request, capture).when(confirm(100)).then('RefundRequested', 'PaymentRefunded')
    given(request, capture, refund(40)).when(confirm(100)).then('RefundRequested', 'PaymentRefunded')
  })
  it('that we asked for is only confirmed, and once', () => {
    given(request, capture, refund(100)).when(confirm(100)).then('PaymentRefunded')
    given(request, capture, refund(100), confirm(100)).when(confirm(100)).then()
  })
})

it('closes an invoice that nobody paid, and no other', () => {
  given(request).when({ type: 'CancelPayment', reason: 'expired' }).then('PaymentCancelled')
  given(request, capture).when({ type: 'CancelPayment', reason: 'expired' }).then()
})
