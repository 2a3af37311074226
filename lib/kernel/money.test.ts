import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, fromWire, money, share, sum, times, toWire } from './money'

const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })

test('a split loses nothing and gives no part more than one unit beyond its due', () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 }),
      (whole, weights) => {
        const parts = allocate(money(whole, 'UZS'), weights)
        expect(sum(parts, 'UZS').amount).toBe(whole)
        const total = weights.reduce((a, b) => a + b, 0)
        if (total === 0) return
        for (const [i, part] of parts.entries()) {
          const due = (Math.abs(whole) * (weights[i] ?? 0)) / total
          expect(Math.abs(Math.abs(part.amount) - due)).toBeLessThanOrEqual(1.01)
        }
      },
    ),
  )
})

test('a share never exceeds the whole and is symmetric for refunds', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, bp) => {
      const part = share(money(whole, 'UZS'), bp).amount
      expect(Math.abs(part)).toBeLessThanOrEqual(Math.abs(whole))
      expect(share(money(-whole, 'UZS'), bp).amount + part).toBe(0)
    }),
  )
})

test('the wire keeps every unit', () => {
  fc.assert(
    fc.property(amount, (n) => {
      expect(fromWire(toWire(money(n, 'UZS')))).toEqual(money(n, 'UZS'))
    }),
  )
})

test('half a unit, mixed currencies and sums beyond 2^53 are refused', () => {
  expect(() => money(0.5, 'UZS')).toThrow(RangeError)
  expect(() => sum([money(1, 'USD')], 'UZS')).toThrow(TypeError)
  expect(() => times(money(Number.MAX_SAFE_INTEGER, 'UZS'), 2)).toThrow(RangeError)
  expect(allocate(money(100, 'UZS'), [1, 1, 1]).map(({ amount: part }) => part)).toEqual([34, 33, 33])
  expect(share(money(-25, 'UZS'), 1000).amount).toBe(-3)
})
