import { describe, expect, it } from 'vitest'
import {
  chiSquareTail,
  compareMeans,
  compareMeansByStratum,
  compareShares,
  compareSharesByStratum,
  normalQuantile,
  splitProbability,
  splitsProbability,
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

describe('people who came in under other terms', () => {
  // Later days sold twice as much to everybody, and one variant had three quarters of them: no difference at all.
  const early = { from: { count: 1000, mean: 10, variance: 9 }, to: { count: 1000, mean: 10, variance: 9 } }
  const late = { from: { count: 500, mean: 20, variance: 9 }, to: { count: 1500, mean: 20, variance: 9 } }

  it('are compared among themselves', () => {
    const both = compareMeansByStratum([early, late], 0.95)
    expect([both.difference, both.low < 0, both.high > 0]).toEqual([0, true, true])
    const mixed = compareMeans(
      { count: 1500, mean: 13.33, variance: 31 },
      { count: 2500, mean: 16, variance: 33 },
      0.95,
    )
    expect(mixed.low, 'thrown together, the variant would have won').toBeGreaterThan(0)
    expect(compareMeansByStratum([early], 0.9)).toEqual(compareMeans(early.from, early.to, 0.9))
    // By hand: halves of 4 ± z√(0.25·(9/1000·2) + 0.25·(9/500 + 9/1500)).
    const better = compareMeansByStratum([early, { from: late.from, to: { ...late.to, mean: 28 } }], 0.95)
    expect(better.difference).toBeCloseTo(4, 9)
    expect((better.high - better.low) / 2).toBeCloseTo(1.96 * Math.sqrt(0.25 * 0.018 + 0.25 * 0.024), 2)
  })

  it('say nothing while they are too few, and do not silence the others', () => {
    const one = { from: { count: 1, mean: 5, variance: 0 }, to: { count: 0, mean: 0, variance: 0 } }
    expect(compareMeansByStratum([early, one], 0.95)).toEqual(compareMeans(early.from, early.to, 0.95))
    expect(compareMeansByStratum([one], 0.95)).toMatchObject({ low: -Infinity, high: Infinity })
  })

  it('count by their number where shares are compared', () => {
    const half = { from: { hits: 50, of: 500 }, to: { hits: 50, of: 500 } }
    const most = { from: { hits: 100, of: 250 }, to: { hits: 300, of: 750 } }
    expect(compareSharesByStratum([half, most], 0.95).difference).toBeCloseTo(0, 9)
    expect(compareSharesByStratum([half], 0.95)).toEqual(compareShares(half.from, half.to, 0.95))
  })

  it('split as each part was promised', () => {
    const fair = [
      { seen: [100, 100], promised: [100, 100] },
      { seen: [100, 300], promised: [100, 300] },
    ]
    expect(splitsProbability(fair)).toBe(1)
    expect(splitProbability([200, 400], [200, 200]), 'thrown together it looks broken').toBeLessThan(0.001)
    // χ² = 4 of one degree and 4 of another: 8 of two.
    expect(
      splitsProbability([
        { seen: [220, 180], promised: [1, 1] },
        { seen: [180, 220], promised: [1, 1] },
      ]),
    ).toBeCloseTo(Math.exp(-4), 9)
    expect(chiSquareTail(9.487729, 4)).toBeCloseTo(0.05, 6)
    expect(chiSquareTail(11.070498, 5)).toBeCloseTo(0.05, 5)
  })
})
