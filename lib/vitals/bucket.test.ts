import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, valueAt } from './bucket'

describe('the scale of measured values', () => {
  it('gives a value back within three percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 600_000, noNaN: true }), (value) => {
        expect(Math.abs(valueAt('LCP', bucketOf('LCP', value)) / value - 1)).toBeLessThan(0.03 + 0.5 / value)
      }),
    )
  })

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(fc.nat(600_000), fc.nat(600_000), (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one]
        expect(bucketOf('INP', less)).toBeLessThanOrEqual(bucketOf('INP', more))
      }),
    )
  })

  it('counts a page that does not move as nothing, and layout shifts in thousandths', () => {
    expect(valueAt('CLS', bucketOf('CLS', 0))).toBe(0)
    expect(valueAt('CLS', bucketOf('CLS', 0.1))).toBeCloseTo(0.1, 2)
  })
})
