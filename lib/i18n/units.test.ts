import { describe, expect, it } from 'vitest'
import { locales } from '.'
import { spelledUnit, unitNamed, units } from './units'

describe('a unit', () => {
  it.each([
    ['W', 'Vt Вт W'],
    ['вт.', 'Vt Вт W'],
    ['kg', 'kg кг kg'],
    ['cm', 'sm см cm'],
    ['л', 'l л l'],
    ['gb', 'GB ГБ GB'],
    ['мА·ч', 'mAh мА·ч mAh'],
    ['"', 'dyuym ″ ″'],
  ])('is written as each language writes it: %s', (given, told) =>
    expect(locales.map((locale) => spelledUnit(given, locale)).join(' ')).toBe(told),
  )

  it('that nobody knows stays as the operator wrote it', () =>
    expect(locales.map((locale) => spelledUnit('ip./kv. sm', locale))).toEqual(Array(3).fill('ip./kv. sm')))

  it('is named by no other: each spelling is of one', () => {
    const own = units.flatMap((unit) => locales.map((locale) => [unit[locale], unit] as const))
    expect(own.filter(([name, unit]) => unitNamed(name) !== unit)).toEqual([])
    expect(units.every(({ size }) => size > 0)).toBe(true)
  })
})
