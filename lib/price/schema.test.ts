import { describe, expect, it } from 'vitest'
import {
  falling,
  honestPrice,
  judgeDiscount,
  leastOrder,
  nextQuantity,
  type PriceBefore,
  quantityProblem,
  unitPrice,
} from './schema'

/** A small generator of our own: the same numbers in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}
const dice = numbers(7)
const roll = (from: number, to: number) => from + ((dice.next().value ?? 0) % (to - from + 1))
const times = Array.from({ length: 200 }, (_, n) => n)

function anyTiers() {
  let from = 1
  let price = roll(1_000, 9_000)
  return Array.from({ length: roll(0, 5) }, () => {
    from += roll(1, 20)
    price -= roll(1, 150)
    return { from, price }
  })
}

describe('quantity tiers', () => {
  it('never make one more piece cost more each, nor anything cost more than the single price', () => {
    for (const _ of times) {
      const tiers = anyTiers()
      expect(falling(tiers)).toBe(true)
      const single = roll(500, 10_000)
      for (let n = 1; n < 60; n++) {
        const price = unitPrice(single, tiers, n)
        expect(price <= single && unitPrice(single, tiers, n + 1) <= price).toBe(true)
      }
    }
  })

  it('are refused when more pieces would cost more, or two begin at one number', () => {
    const wrong = [
      [
        { from: 10, price: 90 },
        { from: 20, price: 95 },
      ],
      [
        { from: 10, price: 90 },
        { from: 10, price: 80 },
      ],
    ]
    for (const tiers of wrong) expect(falling(tiers)).toBe(false)
  })
})

describe('quantities that can be ordered', () => {
  it('are whole packs from the minimum on, and every step of the buttons stands on one', () => {
    for (const _ of times) {
      const terms = { minOrder: roll(1, 40), multiple: roll(1, 12) }
      const most = roll(0, 200)
      const least = leastOrder(terms)
      expect(quantityProblem(terms, least)).toBeNull()
      expect(least - terms.minOrder).toBeLessThan(terms.multiple)
      const from = roll(1, 220)
      for (const step of [1, -1] as const) {
        const next = nextQuantity(terms, from, step, most)
        if (next === null) continue
        expect(quantityProblem(terms, next)).toBeNull()
        expect(next).toBeLessThanOrEqual(most)
        expect(step === 1 ? next > from : next < from).toBe(true)
      }
    }
  })

  it('say which of the two rules is broken', () => {
    expect(quantityProblem({ minOrder: 10, multiple: 5 }, 5)).toBe('below-minimum-order')
    expect(quantityProblem({ minOrder: 10, multiple: 5 }, 12)).toBe('not-a-multiple')
    expect(quantityProblem({ minOrder: 1, multiple: 1 }, 1)).toBeNull()
  })
})

describe('a strike-through', () => {
  const known = (change: Partial<PriceBefore> = {}): PriceBefore => ({
    price: 100,
    compareAt: null,
    reference: null,
    lowest: 100,
    ...change,
  })

  it('is at most the lowest price of the 30 days before the discount', () => {
    expect(judgeDiscount({ price: 80, compareAt: 100 }, known())).toEqual({ honest: true, reference: 100 })
    expect(judgeDiscount({ price: 80, compareAt: 101 }, known())).toEqual({ honest: false, lowest: 100 })
    expect(judgeDiscount({ price: 80, compareAt: 100 }, known({ lowest: 90 }))).toEqual({ honest: false, lowest: 90 })
  })

  it('needs an earlier price', () => {
    expect(judgeDiscount({ price: 80, compareAt: 100 }, null)).toEqual({ honest: false, lowest: null })
    expect(judgeDiscount({ price: 80, compareAt: null }, null)).toEqual({ honest: true, reference: null })
  })

  it('keeps its reference through further cuts and loses it when the price is raised', () => {
    const running = known({ price: 80, compareAt: 100, reference: 100, lowest: 80 })
    expect(judgeDiscount({ price: 80, compareAt: 100 }, running)).toEqual({ honest: true, reference: 100 })
    expect(judgeDiscount({ price: 60, compareAt: 100 }, running)).toEqual({ honest: true, reference: 100 })
    expect(judgeDiscount({ price: 90, compareAt: 100 }, running)).toEqual({ honest: false, lowest: 80 })
  })

  it('promised for later shows no more than is true on its day', () => {
    expect(honestPrice({ price: 80, compareAt: 120 }, known())).toEqual({ price: 80, compareAt: 100, reference: 100 })
    const cheap = known({ lowest: 70 })
    expect(honestPrice({ price: 80, compareAt: 120 }, cheap)).toEqual({ price: 80, compareAt: null, reference: null })
  })

  it('whatever is asked for, what is shown is above the price and never above the truth', () => {
    for (const _ of times) {
      const past = known({ price: roll(50, 150), lowest: roll(40, 150), compareAt: roll(0, 200), reference: null })
      const shown = honestPrice({ price: roll(40, 150), compareAt: roll(1, 300) }, past)
      if (shown.reference === null) continue
      expect(shown.compareAt ?? 0).toBeLessThanOrEqual(past.lowest)
      expect(shown.compareAt ?? 0).toBeGreaterThan(shown.price)
    }
  })
})
