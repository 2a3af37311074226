import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPrice } from './price'

const tiyin = (text: string, rate = '1', pointOnly = false) => {
  const read = readPrice(text, rate, pointOnly)
  return read.ok ? read.value : read.code
}

describe('a price', () => {
  it.each([
    ['12650', 1_265_000],
    ['12 650,50', 1_265_050],
    ['12\u00a0650.5', 1_265_050],
    ['1,234.50', 123_450],
    ['1.234.567,89', 123_456_789],
    ['1,234,567', 123_456_700],
    ['0,5', 50],
  ])('%s is read as people write it', (text, value) => expect(tiyin(text)).toBe(value))
  it.each([
    ['1,234', 'ambiguous-price'],
    ['1.234', 'ambiguous-price'],
    ['', 'bad-price'],
    ['so‘rang', 'bad-price'],
    ['-5', 'bad-price'],
    ['1e3', 'bad-price'],
    ['12.34.5', 'bad-price'],
    ['0', 'zero-price'],
    ['0.00', 'zero-price'],
  ])('%s is refused and never guessed', (text, code) => expect(tiyin(text)).toBe(code))
  it('of a format that knows only the point is exact where floating point is not', () => {
    expect(tiyin('0.07', '100', true)).toBe(700)
    expect(tiyin('1.005', '1', true)).toBe(101)
    expect(tiyin('19.99', '12650.55', true)).toBe(25_288_449)
    expect(tiyin('19,99', '1', true)).toBe('bad-price')
  })
  it('equals cents times a whole rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 99_999 }), (cents, rate) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        return tiyin(text, String(rate), true) === cents * rate
      }),
    )
  })
})
