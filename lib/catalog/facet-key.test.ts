import { describe, expect, it } from 'vitest'
import { isWithin } from '@/lib/kernel/number-range'
import { askedOf, facetsOf, isAsked } from './facet-key'
import { bucketOf, bucketsOf, innerBucketsOf } from './number-buckets'

describe('buckets', () => {
  const numbers = [-40, 0, 0.0004, 0.001, 0.7, 1, 1.19, 1.2, 9.99, 10, 999, 1000, 1199.5, 2200, 7e9, 999_999_999_999]

  it('each number stands in one that is no greater, and the order of numbers is theirs', () => {
    const at = numbers.map((number) => bucketsOf({ from: null, to: number }).length)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    for (const number of numbers.filter((one) => one >= 0.001))
      expect(Number(bucketOf(number))).toBeLessThanOrEqual(number)
  })

  it('given any two ends, when a number lies between, then its bucket is among those of the range', () => {
    for (const from of [null, ...numbers])
      for (const to of [null, ...numbers]) {
        const range = { from, to }
        const buckets = bucketsOf(range)
        for (const number of numbers) if (isWithin(range, number)) expect(buckets).toContain(bucketOf(number))
        // What stands in an inner bucket is believed without being looked at.
        for (const bucket of innerBucketsOf(range)) expect(buckets).toContain(bucket)
        for (const number of numbers)
          if (innerBucketsOf(range).includes(bucketOf(number))) expect(isWithin(range, number)).toBe(true)
      }
  })

  it('inside a range are all but those at its ends, unless these are open', () => {
    expect(innerBucketsOf({ from: 1000, to: 2000 })).toEqual(['1000', '1200', '1500'])
    expect(innerBucketsOf({ from: 1001, to: 2499 })).toEqual(['1200', '1500'])
    expect(innerBucketsOf({ from: 1300, to: 1400 })).toEqual([])
    expect(innerBucketsOf({ from: 9e11, to: null })).toEqual([])
    expect(innerBucketsOf({ from: null, to: 0.0012 })).toEqual(['', '0.001'])
    expect(innerBucketsOf({ from: null, to: null })).toHaveLength(121)
  })

  it('of a narrow range are few', () => expect(bucketsOf({ from: 1000, to: 2000 })).toHaveLength(4))
})

describe('what goods can be filtered by', () => {
  const ranged = new Set(['power'])

  it('given a number of an attribute with ranges, then it stands in a bucket, too; an option of a variant as well', () => {
    expect(facetsOf({ power: 2200, pages: 300 }, [['power', '1500']], ranged)).toEqual([
      'pages=300',
      'power=1500',
      'power=2200',
      'power~1500',
      'power~2000',
    ])
    expect(facetsOf({ power: 'kuchli' }, [], ranged)).toEqual(['power=kuchli'])
    expect(facetsOf({ power: 2200 }, [], new Set())).toEqual(['power=2200'])
  })

  it('given ranges and values, when any is met, then it passes', () => {
    const passes = isAsked('power', askedOf('power', ['5', '1000..2000']))
    expect(['power=5', 'power=1000', 'power=2000', 'power=1234.5'].map(passes)).toEqual([true, true, true, true])
    expect(['power=6', 'power=2000.1', 'power~1000', 'pages=1500', 'power=kuchli'].map(passes)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('given a text that looks like a range, then it is still found as it is written', () =>
    expect(isAsked('model', askedOf('model', ['10..20']))('model=10..20')).toBe(true))
})
