import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderCommand } from './order'
import { escrowOf, leftOf } from './state'
import { brought, couponOf, delivered, paid, parcelAfter, place, typesOf, uzs } from './test-order'

const here = [...paid, ...delivered('a')]
const item = (index: number, quantity: number) => ({ lineId: `lin_a${index}` as const, quantity })
const request = (items = [item(0, 2)], n = 1): OrderCommand => ({
  type: 'RequestReturn',
  returnId: `rtn_${n}`,
  parcelId: 'par_a',
  items,
  reason: 'damaged',
})
const on = { returnId: 'rtn_1', shopId: 'sho_a' } as const
const approve: OrderCommand = { type: 'ApproveReturn', ...on }
const reject: OrderCommand = { type: 'RejectReturn', ...on, answer: 'other' }
const receive = (items = [item(0, 2)], deduction = 0, delivery = false): OrderCommand => ({
  type: 'ReceiveReturn',
  ...on,
  items,
  restock: true,
  delivery,
  deduction: uzs(deduction),
  answer: 'agreed',
})
const received: OrderCommand = { type: 'ConfirmReceipt', parcelId: 'par_a', by: 'timer' }
const everything = [item(0, 3), item(1, 1)]

describe('a return', () => {
  it('is of delivered goods, and of no more than there are', () => {
    expect(typesOf(paid, request())).toBe('not-delivered')
    expect(typesOf(here, request())).toEqual(['ReturnRequested'])
    expect(typesOf(here, request([item(0, 4)]))).toBe('return-too-large')
    expect(typesOf(here, request([item(0, 2), item(0, 2)]))).toBe('return-too-large')
    expect(typesOf([...here, request()], request([item(0, 2)], 2))).toBe('return-too-large')
    expect(typesOf([...here, request()], request([item(0, 1)], 2))).toEqual(['ReturnRequested'])
    expect(typesOf(here, request([]))).toBe('nothing-to-refund')
  })
  it('is answered by its shop or the operator, and a decision stands', () => {
    const asked = [...here, request()]
    expect(typesOf(asked, approve)).toEqual(['ReturnApproved'])
    expect(typesOf(asked, { ...approve, shopId: 'sho_b' } as OrderCommand)).toBe('not-found')
    expect(typesOf(asked, { ...approve, shopId: null } as OrderCommand)).toEqual(['ReturnApproved'])
    expect(typesOf([...asked, approve], approve)).toEqual([])
    expect(typesOf([...asked, reject], approve)).toBe('wrong-status')
    expect(typesOf([...asked, receive()], reject)).toBe('wrong-status')
    expect(typesOf([...asked, receive()], receive())).toEqual([])
  })
  it('keeps its price in escrow until it is decided', () => {
    const asked = [...here, request()]
    const [event] = brought(here, request(), 'ReturnRequested')
    const [release] = brought(asked, received, 'ParcelReleased')
    expect(release?.share.amount).toBe(parcelAfter(paid).share - (event?.amount.amount ?? 0))
    expect(typesOf([...asked, received], reject)).toEqual(['ReturnRejected', 'ParcelReleased'])
    expect(escrowOf(parcelAfter([...asked, received, reject]))).toBe(0)
    expect(escrowOf(parcelAfter([...asked, received, receive()]))).toBe(0)
  })
  it('refunds what was accepted, less what was withheld', () => {
    const asked = [...here, request()]
    const [whole] = brought(asked, receive(), 'RefundAccepted')
    const [less] = brought(asked, receive(undefined, 300), 'RefundAccepted')
    expect((whole?.amount.amount ?? 0) - (less?.amount.amount ?? 0)).toBe(300)
    expect(less?.lines[0]?.quantity).toBe(2)
    expect(typesOf(asked, receive([]))).toEqual(['ReturnReceived'])
    expect(typesOf(asked, receive([item(0, 3)]))).toBe('return-too-large')
    expect(typesOf(asked, receive([item(1, 1)]))).toBe('return-too-large')
    expect(typesOf(asked, receive(undefined, whole?.amount.amount))).toBe('deduction-too-large')
  })
  it('does not make the other pieces dearer by what was withheld', () => {
    const past = [...here, request(), receive(undefined, 300)]
    const [last] = brought(past, request([item(0, 1)], 2), 'ReturnRequested')
    expect(last?.amount.amount).toBeLessThanOrEqual(1001)
  })
  it('of everything ends the parcel; the delivery fee goes back where that was decided', () => {
    const asked = [...here, request(everything)]
    expect(typesOf(asked, receive(everything))).toEqual([
      'ReturnReceived',
      'RefundAccepted',
      'ParcelReturned',
      'ParcelReleased',
    ])
    expect(typesOf(asked, receive(everything, 0, true))).toEqual(['ReturnReceived', 'RefundAccepted', 'ParcelReturned'])
    expect(leftOf(parcelAfter([...asked, receive(everything, 0, true)]))).toBe(0)
  })
})

it('however goods come back, the shop’s share is split between escrow, the shop and the refunds without a rest', () => {
  const one = fc.record({
    items: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })),
    deduction: fc.integer({ min: 0, max: 2500 }),
    confirmed: fc.boolean(),
    reject: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 4 }), fc.option(fc.constantFrom(0, 0.5, 1)), (returns, marketShare) => {
      const coupon = marketShare === null ? {} : { coupon: couponOf(place.parcels, 0.9, marketShare) }
      const past: OrderCommand[] = [{ ...place, ...coupon }, ...here.slice(1)]
      const run = (command: OrderCommand) => Array.isArray(typesOf(past, command)) && past.push(command)
      for (const [index, { items: counts, deduction, confirmed, reject: no }] of returns.entries()) {
        const items = counts.map((quantity, line) => item(line, quantity)).filter(({ quantity }) => quantity > 0)
        const own = { returnId: `rtn_${index}` as const }
        run(request(items, index))
        if (confirmed) run(received)
        run({ ...(no ? reject : receive(items, deduction)), ...own } as OrderCommand)
      }
      run(received)
      const parcel = parcelAfter(past)
      expect(parcel.released + parcel.taken + escrowOf(parcel)).toBe(parcel.share)
      for (const line of parcel.lines) {
        expect(line.back.amount + line.kept.amount).toBeLessThanOrEqual(line.paid)
        expect(line.back.subsidy + line.kept.subsidy).toBeLessThanOrEqual(line.subsidy)
        expect(line.back.quantity).toBeLessThanOrEqual(line.quantity)
      }
    }),
  )
})
