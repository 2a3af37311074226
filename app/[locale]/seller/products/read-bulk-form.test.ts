import { describe, expect, it } from 'vitest'
import { readPercent, readWish } from './read-bulk-form'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('what a seller asks of many goods', () => {
  it('is a percent as people write it', () => {
    expect(['5', '12,5', '3 %', '0.25'].map(readPercent)).toEqual([500, 1250, 300, 25])
    for (const text of ['', '-5', 'five', '1000', '1,234']) expect(readPercent(text)).toBeNull()
  })

  it('goes down unless it says up, and never by more than nine tenths', () => {
    expect(readWish(form({ kind: 'price', percent: '5' }))).toEqual({ kind: 'price', basisPoints: -500, strike: false })
    expect(readWish(form({ kind: 'price', percent: '5', direction: 'up', strike: 'on' }))).toMatchObject({
      basisPoints: 500,
      strike: true,
    })
    for (const percent of ['0', '91', '100', 'x'])
      expect(readWish(form({ kind: 'price', percent }))).toBe('bad-percent')
  })

  it('names the field that is wrong', () => {
    expect(readWish(form({ kind: 'stock', pieces: '12' }))).toEqual({ kind: 'stock', quantity: 12 })
    expect(readWish(form({ kind: 'stock', pieces: '-1' }))).toBe('bad-stock')
    expect(readWish(form({ kind: 'category', category: '' }))).toBe('bad-category')
    expect(readWish(form({ kind: 'pause' }))).toEqual({ kind: 'pause' })
    expect(readWish(form({ kind: 'sell' }))).toBe('failed')
  })
})
