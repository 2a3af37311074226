import { describe, expect, it } from 'vitest'
import type { OrderCommand } from './order'
import { brought, delivered, paid, parcelAfter, play, typesOf, uzs } from './test-order'

const TOTAL = play(paid).state.total.amount
const told = (outcome: 'open' | 'buyer' | 'shop', amount = TOTAL): OrderCommand => ({
  type: 'DisputeByProvider',
  disputeId: 'dsp_1',
  amount: uzs(amount),
  outcome,
})
const received: OrderCommand = { type: 'ConfirmReceipt', parcelId: 'par_a', by: 'buyer' }
const here = [...paid, ...delivered('a'), ...delivered('b')]
const share = parcelAfter(paid).share

describe('a dispute by the payer’s bank', () => {
  it('freezes its amount, each parcel by its worth, also before the goods have left', () => {
    for (const past of [paid, here]) {
      const amounts = brought(past, told('open'), 'DisputeOpened').map(({ amount }) => amount.amount)
      expect(amounts).toEqual(['a', 'b'].map((key) => parcelAfter(paid, key as 'a' | 'b').total.amount))
    }
    const [part] = brought([...here, told('open', 1000)], received, 'ParcelReleased')
    const [frozen] = brought(here, told('open', 1000), 'DisputeOpened')
    expect(part?.share).toEqual(uzs(share - (frozen?.amount.amount ?? 0)))
  })
  it('is one, however often it is told', () => {
    expect(typesOf([...here, told('open')], told('open'))).toEqual([])
    expect(typesOf([...here, told('buyer')], told('buyer'))).toEqual([])
    expect(typesOf([...here, told('buyer')], told('open'))).toEqual([])
    expect(typesOf([...here, told('shop')], told('buyer'))).toEqual([])
  })
  it('won sets the shop’s share free', () => {
    expect(typesOf([...here, told('open'), received], told('shop'))).toEqual([
      'DisputeResolved',
      'ParcelReleased',
      'DisputeResolved',
    ])
  })
  it('lost is a refund of what is left of it', () => {
    const refunds = brought([...here, told('open')], told('buyer'), 'RefundAccepted')
    expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(TOTAL)
    expect(refunds[0]).toMatchObject({ by: 'provider', reason: 'chargeback' })
    const back: OrderCommand = {
      type: 'RefundParcel',
      refundId: 'rfd_9',
      parcelId: 'par_a',
      shopId: null,
      asked: { all: true },
      reason: 'agreed',
      by: 'operator',
    }
    const rest = brought([...here, told('open'), back], told('buyer'), 'RefundAccepted')
    expect(rest.map(({ parcelId }) => parcelId)).toEqual(['par_b'])
  })
  it('that is over before we heard of it is opened and closed in one', () => {
    expect(typesOf(here, told('shop'))).toEqual([
      'DisputeOpened',
      'DisputeOpened',
      'DisputeResolved',
      'DisputeResolved',
    ])
    expect(typesOf(here, told('buyer'))).toContain('RefundAccepted')
  })
  it('lost before anything left ends the order', () =>
    expect(typesOf([...paid, told('open')], told('buyer'))).toContain('OrderCancelled'))
  it('is not for the operator to decide, and leaves alone what a buyer argues about', () => {
    const own: OrderCommand = {
      type: 'OpenDispute',
      disputeId: 'dsp_own',
      parcelId: 'par_a',
      amount: parcelAfter(paid).total,
      reason: 'defective',
      by: 'buyer',
    }
    expect(brought([...here, own], told('open'), 'DisputeOpened')).toMatchObject([{ parcelId: 'par_b' }])
    expect(typesOf([...here, told('open')], { type: 'ResolveDispute', disputeId: 'dsp_1x0', refund: uzs(0) })).toBe(
      'decided-by-provider',
    )
  })
})
