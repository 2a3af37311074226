import { describe, expect, it } from 'vitest'
import type { OrderCommand } from './order'
import { escrowOf } from './state'
import { brought, delivered, paid, parcelAfter, place, typesOf, uzs } from './test-order'

const received: OrderCommand = { type: 'ConfirmReceipt', parcelId: 'par_a', by: 'buyer' }
const dispute = (minor: number, n = 1): OrderCommand => ({
  type: 'OpenDispute',
  disputeId: `dsp_${n}`,
  parcelId: 'par_a',
  amount: uzs(minor),
  reason: 'defective',
  by: 'buyer',
})
const resolve = (minor: number, n = 1): OrderCommand => ({
  type: 'ResolveDispute',
  disputeId: `dsp_${n}`,
  refund: uzs(minor),
})
const here = [...paid, ...delivered('a')]
const { share } = parcelAfter(paid)
const released = (past: OrderCommand[], command: OrderCommand) => brought(past, command, 'ParcelReleased')[0]

describe('the shop’s share', () => {
  it('leaves escrow when the goods have come, and once', () => {
    expect(typesOf(paid, received)).toBe('not-delivered')
    expect(typesOf([...paid, ...delivered('b')], received)).toBe('not-delivered')
    expect(released(here, received)).toMatchObject({ share: uzs(share), by: 'buyer', final: true })
    expect(typesOf([...here, received], received)).toEqual([])
    expect(typesOf([...here, received], { ...received, by: 'timer' } as OrderCommand)).toEqual([])
    expect(escrowOf(parcelAfter([...here, received]))).toBe(0)
  })
  it('of cash was never in it', () => {
    const cash: OrderCommand[] = [{ ...place, provider: 'cash' }, ...delivered('a')]
    expect(typesOf(cash, received)).toBe('not-paid')
    const drop: OrderCommand = { type: 'CancelParcel', parcelId: 'par_b', shopId: null, reason: 'operator' }
    expect(typesOf([...cash, drop, { type: 'MarkPaid', paymentId: 'pay_1', cash: true }], received)).toEqual([])
  })
})

describe('a dispute', () => {
  it('needs goods that were sent, and no more than was paid', () => {
    expect(typesOf(paid, dispute(100))).toBe('not-delivered')
    expect(typesOf(here.slice(0, -1), dispute(100))).toEqual(['DisputeOpened'])
    const total = parcelAfter(paid).total.amount
    expect(typesOf(here, dispute(total + 1))).toBe('refund-too-large')
    expect(typesOf([...here, dispute(total - 10)], dispute(11, 2))).toBe('refund-too-large')
    expect(typesOf([...here, dispute(100)], dispute(100))).toEqual([])
  })
  it('keeps its amount in escrow and nothing else', () => {
    expect(released([...here, dispute(300)], received)).toMatchObject({ share: uzs(share - 300), final: false })
    const all = parcelAfter(paid).total.amount
    expect(released([...here, dispute(all)], received)).toMatchObject({ share: uzs(0), final: false })
  })
  it('decided for the shop releases the rest, for the buyer refunds it', () => {
    const past = [...here, dispute(300), received]
    expect(released(past, resolve(0))).toMatchObject({ share: uzs(300), final: true })
    expect(typesOf(past, resolve(301))).toBe('refund-too-large')
    expect(typesOf(past, resolve(200))).toEqual(['DisputeResolved', 'RefundAccepted', 'ParcelReleased'])
    const [refund] = brought(past, resolve(200), 'RefundAccepted')
    expect(refund).toMatchObject({ amount: uzs(200), released: uzs(0), by: 'operator' })
    const parcel = parcelAfter([...past, resolve(200)])
    expect(parcel.released + parcel.taken).toBe(share)
    expect(typesOf([...past, resolve(200)], resolve(0))).toEqual([])
  })
  it('that was decided before the goods were received waits for that', () => {
    expect(typesOf([...here, dispute(300)], resolve(0))).toEqual(['DisputeResolved'])
    expect(released([...here, dispute(300), resolve(0)], received)).toMatchObject({ share: uzs(share), final: true })
  })
  it('nobody has opened does not exist', () => expect(typesOf(here, resolve(0, 9))).toBe('not-found'))
})
