import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { money } from '@/lib/kernel/money'
import { commissionAmount } from './commission'

const uzs = (amount: number) => money(amount, 'UZS')
const rule = { bp: 1000, fixed: 0, min: null, max: null }

describe('what a commission rule takes of a line', () => {
  test.each([
    ['a share', rule, 10_000, 1, 1_000],
    ['a share and a fixed part for each piece', { ...rule, fixed: 50 }, 10_000, 3, 1_150],
    ['at least the minimum for each piece', { ...rule, min: 400 }, 10_000, 3, 1_200],
    ['at most the maximum for each piece', { ...rule, max: 200 }, 10_000, 3, 600],
    ['never more than the line is worth', { ...rule, min: 9_000 }, 10_000, 3, 10_000],
    ['nothing of a gift', { ...rule, min: 400 }, 0, 1, 0],
    ['half a tiyin rounded up', { ...rule, bp: 5 }, 1_000, 1, 1],
  ])('%s', (_, given, net, pieces, expected) => {
    expect(commissionAmount(given, uzs(net), pieces).amount).toBe(expected)
  })

  it('stays between nothing and the whole, and inside its limits while the line can bear them', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 })
    const limits = fc.tuple(amount, amount).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
    fc.assert(
      fc.property(
        fc.record({ bp: fc.integer({ min: 0, max: 10_000 }), fixed: amount }),
        limits,
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 99 }),
        (given, { min, max }, net, pieces) => {
          const taken = commissionAmount({ ...given, min, max }, uzs(net), pieces).amount
          expect(taken).toBeGreaterThanOrEqual(Math.min(net, min * pieces))
          expect(taken).toBeLessThanOrEqual(Math.min(net, max * pieces))
        },
      ),
    )
  })
})
