import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CouponParcel, couponShares } from './coupon-shares'

const terms = {
  kind: 'percent',
  percentBp: 1000,
  amount: null,
  most: null,
  minTotal: 0,
  shopId: null,
  categoryId: null,
  marketBp: 10_000,
} as const

const parcels: CouponParcel[] = [
  {
    shopId: 'sho_a',
    lines: [
      { gross: 1001, categoryIds: ['cat_1'] },
      { gross: 2002, categoryIds: ['cat_2'] },
    ],
    delivery: 300,
  },
  { shopId: 'sho_b', lines: [{ gross: 5000, categoryIds: ['cat_1'] }], delivery: 0 },
]

const shares = (over: object) => {
  const result = couponShares({ ...terms, ...over }, parcels, 'UZS')
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('what a coupon takes off', () => {
  it('gives ten percent of everything', () => {
    expect(shares({})).toMatchObject({ discount: 800, subsidy: 800 })
  })

  it('gives only to the goods of its shop and category', () => {
    const {
      parcels: [first, second],
      discount,
    } = shares({ shopId: 'sho_a', categoryId: 'cat_1', marketBp: 0 })
    expect(discount).toBe(100)
    expect(first?.lines).toEqual([
      { discount: 100, subsidy: 0 },
      { discount: 0, subsidy: 0 },
    ])
    expect(second?.lines).toEqual([{ discount: 0, subsidy: 0 }])
  })

  it('never gives more than the goods cost, nor more than its most', () => {
    expect(shares({ kind: 'fixed', percentBp: null, amount: 1_000_000 }).discount).toBe(8003)
    expect(shares({ most: 50 }).discount).toBe(50)
  })

  it('pays the way and leaves the goods alone', () => {
    const {
      parcels: [first, second],
      discount,
    } = shares({ kind: 'free-delivery', percentBp: null })
    expect(discount).toBe(300)
    expect(first?.delivery).toEqual({ discount: 300, subsidy: 300 })
    expect(second?.delivery.discount).toBe(0)
  })

  it('refuses a cart that is too small, or of other goods', () => {
    const small = couponShares({ ...terms, minTotal: 9000 }, parcels, 'UZS')
    expect(small).toMatchObject({ ok: false, code: 'coupon-minimum', detail: { minimum: { amount: '9000' } } })
    const other = couponShares({ ...terms, categoryId: 'cat_9' }, parcels, 'UZS')
    expect(other).toMatchObject({ ok: false, code: 'coupon-not-for-these' })
  })

  it('loses no tiyin, whoever pays', () => {
    const cart = fc.array(
      fc.record({
        shopId: fc.constantFrom('sho_a', 'sho_b'),
        lines: fc.array(fc.record({ gross: fc.integer({ min: 1, max: 1e11 }), categoryIds: fc.constant(['cat_1']) }), {
          minLength: 1,
          maxLength: 6,
        }),
        delivery: fc.integer({ min: 0, max: 1e8 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    const some = fc.record({
      kind: fc.constantFrom('percent', 'fixed', 'free-delivery'),
      percentBp: fc.integer({ min: 1, max: 10_000 }),
      amount: fc.integer({ min: 1, max: 1e11 }),
      most: fc.option(fc.integer({ min: 1, max: 1e10 })),
      marketBp: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(cart, some, (goods, given) => {
        const result = couponShares({ ...terms, ...given }, goods, 'UZS')
        if (!result.ok) return
        const parts = result.value.parcels.flatMap(({ lines, delivery }) => [...lines, delivery])
        expect(parts.reduce((sum, part) => sum + part.discount, 0)).toBe(result.value.discount)
        expect(parts.reduce((sum, part) => sum + part.subsidy, 0)).toBe(result.value.subsidy)
        for (const part of parts) expect(part.subsidy).toBeLessThanOrEqual(part.discount)
        result.value.parcels.forEach(({ lines, delivery }, at) => {
          expect(delivery.discount).toBeLessThanOrEqual(goods[at]?.delivery ?? 0)
          for (const [line, part] of lines.entries())
            expect(part.discount).toBeLessThanOrEqual(goods[at]?.lines[line]?.gross ?? 0)
        })
      }),
    )
  })
})
