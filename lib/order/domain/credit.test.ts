import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OrderCommand, order } from './order'
import { brought, delivered, paid, place, play, typesOf, uzs } from './test-order'

const DEAR = 1_000_000
const dear = {
  ...place,
  discount: 0,
  parcels: place.parcels.map((parcel) => ({
    ...parcel,
    lines: parcel.lines.map((line) => ({ ...line, price: uzs(line.price.amount * DEAR + 7) })),
  })),
}
const TOTAL = play([dear]).state.total.amount
const placed = (credit: number): OrderCommand => ({ ...dear, credit })
const paidWith = (credit: number): OrderCommand[] =>
  credit === TOTAL ? [placed(credit)] : [placed(credit), { type: 'MarkPaid', paymentId: 'pay_1' }]
const half = Math.floor(TOTAL / 2)

const refund = (n: number, asked: Extract<OrderCommand, { type: 'RefundParcel' }>['asked']): OrderCommand => ({
  type: 'RefundParcel',
  refundId: `rfd_${n}`,
  parcelId: n % 2 ? 'par_b' : 'par_a',
  shopId: null,
  asked,
  reason: 'agreed',
  by: 'operator',
})

describe('an order that store credit pays', () => {
  it('in whole is paid at once, and no provider is asked', () => {
    const { state, events } = play([{ ...placed(TOTAL), provider: 'cash' } as OrderCommand])
    expect(events.map(({ type }) => type)).toEqual(['OrderPlaced', 'OrderPaid'])
    expect(events[0]?.data).toMatchObject({ provider: 'credit', credit: uzs(TOTAL) })
    expect(state).toMatchObject({ status: 'paid', paidBy: 'pay_1credit' })
  })
  it.each([
    ['more than it costs', TOTAL + 1, 'payme'],
    ['so much that less is left than a provider takes', TOTAL - 99_999, 'payme'],
    ['a part, while the rest is paid at the door', half, 'cash'],
    ['less than nothing', -1, 'payme'],
  ] as const)('cannot be paid with %s', (_, credit, provider) =>
    expect(order.decide(order.initial, { ...placed(credit), provider } as OrderCommand)).toMatchObject({
      ok: false,
      code: 'wrong-credit',
    }),
  )
  it('in part cannot be turned into one that is paid at the door', () =>
    expect(typesOf([placed(half)], { type: 'ReleaseCashOrder' })).toBe('wrong-credit'))
  it('gives it back beside the money when it is cancelled', () => {
    const refunds = brought(paidWith(half), { type: 'CancelOrder', reason: 'buyer' }, 'RefundAccepted')
    expect(refunds.reduce((sum, { credit }) => sum + (credit?.amount ?? 0), 0)).toBe(half)
    expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(TOTAL)
  })
  it('gives it back for a parcel that was gone before the money came', () => {
    const past: OrderCommand[] = [
      placed(half),
      { type: 'CancelParcel', parcelId: 'par_b', shopId: null, reason: 'shop' },
    ]
    const [back] = brought(past, { type: 'MarkPaid', paymentId: 'pay_1' }, 'RefundAccepted')
    expect(back?.credit?.amount).toBe(Math.floor(((back?.amount.amount ?? 0) * half) / TOTAL))
  })
  it('follows what its provider gives back by itself', () => {
    const all: OrderCommand = { type: 'RefundByProvider', amount: uzs(TOTAL - half), reason: 'cabinet' }
    const refunds = brought(paidWith(half), all, 'RefundAccepted')
    expect(refunds.reduce((sum, { credit }) => sum + (credit?.amount ?? 0), 0)).toBe(half)
    expect(typesOf(paidWith(half), all)).toContain('OrderCancelled')
  })
  it('keeps its credit when a bank takes the money back', () => {
    const lost: OrderCommand = { type: 'DisputeByProvider', disputeId: 'dsp_1', amount: uzs(TOTAL), outcome: 'buyer' }
    const refunds = brought([...paidWith(half), ...delivered('a'), ...delivered('b')], lost, 'RefundAccepted')
    expect(refunds.map(({ credit }) => credit?.amount)).toEqual([0, 0])
    expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(TOTAL - half)
  })
  it('without any knows nothing of it', () => {
    const [back] = brought(paid, { type: 'CancelOrder', reason: 'buyer' }, 'RefundAccepted')
    expect(back).not.toHaveProperty('credit')
  })
})

describe('refunds of an order that credit and money paid', () => {
  const parts = fc.array(fc.record({ n: fc.nat(1), share: fc.integer({ min: 1, max: 99 }) }), { maxLength: 9 })
  const credits = fc.oneof(fc.constant(TOTAL), fc.integer({ min: 1, max: TOTAL - 100_000 }))

  it('give back each exactly, in any parts and order, and never more of either', () => {
    fc.assert(
      fc.property(credits, parts, fc.boolean(), (credit, asked, provider) => {
        let { state } = play(paidWith(credit))
        const back = { all: 0, credit: 0 }
        const run = (command: OrderCommand) => {
          const decided = order.decide(state, command)
          if (!decided.ok) return
          for (const event of decided.value) {
            const next = order.evolve(state, event)
            if (next.status === 'new') throw new Error('nothing was placed')
            state = next
            if (event.type !== 'RefundAccepted') continue
            back.all += event.data.amount.amount
            back.credit += event.data.credit?.amount ?? 0
            expect(event.data.credit?.amount ?? 0).toBeLessThanOrEqual(event.data.amount.amount)
            expect(back.credit).toBeLessThanOrEqual(credit)
            expect(back.all - back.credit).toBeLessThanOrEqual(TOTAL - credit)
          }
        }
        for (const [at, { n, share }] of asked.entries()) {
          const amount = uzs(Math.max(1, Math.floor((TOTAL * share) / 300)))
          if (provider && at % 3 === 2) run({ type: 'RefundByProvider', amount, reason: 'cabinet' })
          else run(refund(at * 2 + n, { amount }))
        }
        run(refund(1000, { all: true }))
        run(refund(1001, { all: true }))
        expect(back).toEqual({ all: TOTAL, credit })
      }),
    )
  })
})
