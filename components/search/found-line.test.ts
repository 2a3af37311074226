import { describe, expect, it } from 'vitest'
import { foundLine } from './found-line'

describe('how many were found', () => {
  it.each([
    [{ value: 63, exact: true }, '63 ta topildi'],
    [{ value: 1, exact: true }, '1 ta topildi'],
    [{ value: 1000, exact: false }, '1 000+ ta topildi'],
    [{ value: 746, exact: false }, '700+ ta topildi'],
    [{ value: 181, exact: false }, '180+ ta topildi'],
  ])('%o is said as «%s»', (total, said) => {
    expect(foundLine(total, 'uz').replaceAll(/\s/g, ' ')).toBe(said)
  })
})
