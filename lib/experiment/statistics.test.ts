import { describe, expect, it } from 'vitest'
import {
  chiSquareTail,
  compareMeans,
  compareShares,
  normalQuantile,
  splitProbability,
  studentQuantile,
} from './statistics'

describe('quantiles and tails are those of the tables', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.995, 2.575829],
    [0.01, -2.326348],
  ])('normal at %f', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 5))

  it.each([
    [0.975, 5, 2.5706],
    [0.975, 10, 2.2281],
    [0.975, 30, 2.0423],
    [0.995, 60, 2.6603],
  ])('Student at %f with %i', (p, freedom, t) => expect(studentQuantile(p, freedom)).toBeCloseTo(t, 2))

  it.each([
    [3.841459, 1, 0.05],
    [10.827566, 1, 0.001],
    [5.991465, 2, 0.05],
    [7.814728, 3, 0.05],
    [0, 1, 1],
  ])('χ² beyond %f with %i', (x, freedom, p) => expect(chiSquareTail(x, freedom)).toBeCloseTo(p, 5))
})

describe('a difference', () => {
  it('of shares is the one that Newcombe prints', () => {
    // Newcombe (1998), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
    const first = compareShares({ hits: 48, of: 80 }, { hits: 56, of: 70 }, 0.95)
    expect([first.difference, first.low, first.high].map((x) => Number(x.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339])
    const second = compareShares({ hits: 3, of: 10 }, { hits: 9, of: 10 }, 0.95)
    expect([second.low, second.high].map((x) => Number(x.toFixed(4)))).toEqual([0.1705, 0.809])
    expect(compareShares({ hits: 0, of: 0 }, { hits: 0, of: 0 }, 0.95)).toMatchObject({ low: -1, high: 1 })
  })

  it('of means is Welch’s', () => {
    const from = { count: 10, mean: 20, variance: 16 }
    const to = { count: 20, mean: 24, variance: 4 }
    // 11.25 degrees of freedom, t = 2.195, standard error √1.8
    const found = compareMeans(from, to, 0.95)
    expect(found.difference).toBe(4)
    expect(found.low).toBeCloseTo(4 - 2.1953 * Math.sqrt(1.8), 2)
    expect(found.high).toBeCloseTo(4 + 2.1953 * Math.sqrt(1.8), 2)
    expect(compareMeans({ count: 1, mean: 1, variance: 0 }, to, 0.95)).toMatchObject({ low: -Infinity, high: Infinity })
  })

  it('of a split from its promise is seen, and an honest split is believed', () => {
    expect(splitProbability([5000, 5050], [1, 1])).toBeCloseTo(0.618, 2)
    expect(splitProbability([5000, 5400], [500, 500])).toBeLessThan(0.001)
    expect(splitProbability([100, 301], [1, 3])).toBeGreaterThan(0.9)
    expect(splitProbability([0, 0], [1, 1])).toBe(1)
  })
})
