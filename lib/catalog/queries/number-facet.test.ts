import { describe, expect, it } from 'vitest'
import { numberFacet } from './number-facet'

const of = (numbers: readonly number[]) => numbers.map((number) => ({ number, count: 2 }))

describe('the bars of a number', () => {
  it('given nothing, then there are none', () => expect(numberFacet([], 'W', 'uz')).toBeNull())

  it('given few numbers, then each has its own, from the least to the greatest', () => {
    const found = numberFacet(of([2200, 5, 1800]), 'W', 'uz')
    expect(found?.range).toEqual({ min: 5, max: 2200, unit: 'W' })
    expect(found?.values.map(({ value, label }) => [value, label])).toEqual([
      ['5..5', '5\u00a0W'],
      ['1800..1800', '1\u202f800\u00a0W'],
      ['2200..2200', '2\u202f200\u00a0W'],
    ])
  })

  it.each([
    ['near each other', Array.from({ length: 40 }, (_, at) => 10 + at / 4)],
    ['far apart', Array.from({ length: 40 }, (_, at) => 1.4 ** at)],
    ['below nothing', Array.from({ length: 40 }, (_, at) => at - 30)],
  ])('given many %s, then at most twelve hold each once', (_, numbers) => {
    const values = numberFacet(of(numbers), null, 'ru')?.values ?? []
    expect(values.length).toBeLessThanOrEqual(12)
    expect(values.length).toBeGreaterThan(6)
    expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(80)
    const ends = values.flatMap(({ value }) => value.split('..').map(Number))
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
  })

  it('are told with the point of the language', () => {
    const labelIn = (locale: 'uz' | 'en') =>
      numberFacet(of(Array.from({ length: 24 }, (_, at) => (50 + at) / 100)), 'l', locale)?.values.at(-1)?.label
    expect([labelIn('uz'), labelIn('en')]).toEqual(['0,72–0,73\u00a0l', '0.72–0.73\u00a0l'])
  })
})
