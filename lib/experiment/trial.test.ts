import { describe, expect, it } from 'vitest'
import { splitProbability } from './statistics'
import {
  assign,
  BUCKETS,
  isMarked,
  markPath,
  placeOf,
  quotas,
  readMark,
  readTrials,
  spellTrial,
  stageQuotas,
  TRIAL_META,
  type Trial,
  unmark,
} from './trial.mjs'

const trial = (over: Partial<Trial> = {}): Trial => ({
  key: 'buy-words',
  place: 'product-button',
  share: 100,
  variants: [
    { option: 'add', weight: 1 },
    { option: 'take', weight: 1 },
  ],
  ...over,
})

/** Mulberry32: the same visitors in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const buckets = Array.from({ length: BUCKETS }, (_, bucket) => bucket)
const count = (of: Trial, drawn: readonly number[]) =>
  [...of.variants.map(({ option }) => option), null].map(
    (option) => drawn.filter((bucket) => assign(of, bucket) === option).length,
  )

describe('the variant of a visitor', () => {
  it('is the same whenever and wherever it is asked for', () => {
    const once = buckets.map((bucket) => assign(trial(), bucket))
    for (let other = 0; other < 150; other += 1) assign(trial({ key: `other-${other}` }), 0)
    expect(buckets.map((bucket) => assign(trial(), bucket))).toEqual(once)
    // What is in visitors' browsers now must mean the same after every change of this program.
    expect([0, 1, 2, 3, 4, 417, 999].map((bucket) => assign(trial(), bucket))).toMatchInlineSnapshot(`
      [
        "take",
        "take",
        "add",
        "take",
        "add",
        "take",
        "take",
      ]
    `)
  })

  it.each([
    ['halves', trial()],
    [
      'one to three',
      trial({
        key: 'weights',
        variants: [
          { option: 'add', weight: 1 },
          { option: 'take', weight: 3 },
        ],
      }),
    ],
    [
      'thirds of a fifth',
      trial({ key: 'few', share: 20, variants: ['add', 'take', 'want'].map((option) => ({ option, weight: 1 })) }),
    ],
  ])('is drawn as promised over 100 000 visitors: %s', (_, of) => {
    const random = seeded(20_261_121)
    const drawn = Array.from({ length: 100_000 }, () => Math.floor(random() * BUCKETS))
    const seen = count(of, drawn)
    const promised = quotas(of)
    const all = [...promised, BUCKETS - promised.reduce((sum, quota) => sum + quota, 0)]
    for (const [at, quota] of all.entries())
      expect(Math.abs((seen[at] ?? 0) - quota * 100), `part ${at}`).toBeLessThan(4 * Math.sqrt(100_000 * 0.25))
    expect(splitProbability(seen.slice(0, -1), promised)).toBeGreaterThan(0.001)
  })

  it('is exactly shared out among the buckets', () => {
    expect(count(trial(), buckets)).toEqual([500, 500, 0])
    expect(count(trial({ share: 1 }), buckets)).toEqual([5, 5, 990])
    const thirds = trial({ variants: ['add', 'take', 'want'].map((option) => ({ option, weight: 1 })) })
    expect(count(thirds, buckets)).toEqual([333, 334, 333, 0])
  })

  it('stays when more are taken in, whatever the new weights are', () => {
    const few = trial({ share: 20 })
    const variants = [
      { option: 'add', weight: 1 },
      { option: 'take', weight: 3 },
    ]
    const more = trial({ share: 60, variants, before: [few] })
    const all = trial({ share: 100, variants: few.variants, before: [few, { share: 60, variants }] })
    for (const bucket of buckets) {
      const first = assign(few, bucket)
      if (first !== null) expect([assign(more, bucket), assign(all, bucket)]).toEqual([first, first])
      const second = assign(more, bucket)
      if (second !== null) expect(assign(all, bucket)).toBe(second)
    }
    expect(stageQuotas(all)).toEqual([
      [100, 100],
      [100, 300],
      [200, 200],
    ])
    expect([count(few, buckets), count(more, buckets), count(all, buckets)]).toEqual([
      [100, 100, 800],
      [200, 400, 400],
      [400, 600, 0],
    ])
    const stages = buckets.map((bucket) => placeOf(all, bucket)?.stage)
    expect([0, 1, 2].map((stage) => stages.filter((one) => one === stage).length)).toEqual([200, 400, 400])
  })

  it('of one experiment tells nothing of the variant of another', () => {
    const other = trial({ key: 'hero-heading' })
    const both = buckets.filter((bucket) => assign(trial(), bucket) === 'take' && assign(other, bucket) === 'take')
    expect(splitProbability([both.length, 500 - both.length], [1, 1])).toBeGreaterThan(0.001)
  })

  it('is none for what is no bucket', () => {
    for (const bucket of [-1, BUCKETS, Number.NaN]) expect(assign(trial(), bucket)).toBeNull()
  })
})

describe('what a page says of itself', () => {
  it('is read as it was written', () => {
    const of = trial({ share: 40 })
    const head = `<head><meta charSet="utf-8"/><meta name="${TRIAL_META}" content="${spellTrial(of, 'take')}"/></head>`
    expect(readTrials(head)).toEqual([{ ...of, shown: 'take' }])
    expect(readTrials('<head></head>')).toEqual([])
    const widened = trial({ share: 60, before: [{ share: 20, variants: of.variants }] })
    expect(readTrials(`<meta name="${TRIAL_META}" content="${spellTrial(widened, 'add')}"/>`)).toEqual([
      { ...widened, shown: 'add' },
    ])
  })
})

describe('the address of a variant', () => {
  it('is made of the page’s own and leads back to it', () => {
    const path = markPath('/uz/p/choynak', ['product-benefits.safety', 'product-button.take'])
    expect(path).toBe('/uz~product-benefits.safety~product-button.take/p/choynak')
    expect([isMarked(path), isMarked('/uz/p/a~b'), isMarked('/')]).toEqual([true, false, false])
    expect(readMark('uz~home-hero.price')).toEqual({ locale: 'uz', options: ['home-hero.price'] })
    expect(readMark('uz')).toEqual({ locale: 'uz', options: [] })
    expect(markPath('/uz', ['home-hero.price'])).toBe('/uz~home-hero.price')
    expect(unmark(`<a href="${path}">{"c":["","${path.split('/')[1]}","p"]}`, path)).toBe(
      '<a href="/uz/p/choynak">{"c":["","uz","p"]}',
    )
  })
})
