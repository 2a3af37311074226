import { describe, expect, it } from 'vitest'
import { readNumber, readRange, writeRange } from './number-range'

describe('a number as people type it', () => {
  it.each([
    ['1 500', 1500],
    ['1\u202f500,25', 1500.25],
    ['1,500.25', 1500.25],
    ['0,7 l', 0.7],
    ['2000W', 2000],
    ['−18', -18],
    ['-0', 0],
    ['', null],
    ['abc', null],
    ['9'.repeat(13), null],
  ])('%j is %j', (typed, number) => expect(readNumber(typed)).toBe(number))
})

describe('a range', () => {
  it.each([
    [{ from: 1000, to: 2000 }, '1000..2000'],
    [{ from: 2000, to: 1000 }, '1000..2000'],
    [{ from: 0.7, to: null }, '0.7..'],
    [{ from: null, to: -18 }, '..-18'],
    [{ from: null, to: null }, null],
  ])('%j is written %j', (range, text) => expect(writeRange(range)).toBe(text))

  it.each([
    ['1000..2000', { from: 1000, to: 2000 }],
    ['2000..1000', { from: 1000, to: 2000 }],
    ['0.7..', { from: 0.7, to: null }],
    ['..-18', { from: null, to: -18 }],
    ['..', null],
    ['1...2', null],
    ['cobalt', null],
    ['a..b', null],
  ])('%j is read as %j', (text, range) => expect(readRange(text)).toEqual(range))
})
