import { describe, expect, it } from 'vitest'
import { formatDate, formatMoney, formatPhone, formatRating, normalizePhone, pick } from '@/lib/format'

describe('format', () => {
  it('groups money with narrow no-break spaces', () => {
    expect(formatMoney({ amount: 15_000_000, currency: 'UZS' }, 'uz')).toBe('150\u202f000\u202fsoʻm')
    expect(formatMoney({ amount: 15_000_050, currency: 'UZS' }, 'ru')).toBe('150\u202f000,50\u202fсум')
    expect(formatMoney({ amount: -1205, currency: 'USD' }, 'en')).toBe('−12.05\u202f$')
  })
  it('spells dates in Tashkent time', () => {
    expect(formatDate('2026-11-21T20:00:00Z', 'uz')).toBe('22-noyabr')
    expect(formatDate('2026-11-21T10:05:00Z', 'ru', { year: true, time: true })).toBe('21 ноября 2026, 15:05')
  })
  it('reads phones as people type them', () => {
    expect(normalizePhone('90 123-45-67')).toBe('+998901234567')
    expect(normalizePhone('998901234567')).toBe('+998901234567')
    expect(normalizePhone('+7 916 123 45 67')).toBe('+79161234567')
    expect(normalizePhone('12345')).toBeNull()
    expect(normalizePhone('+998 90 123')).toBeNull()
    expect(formatPhone('+998901234567')).toBe('+998 90 123-45-67')
  })
  it('picks what was written', () => {
    expect(pick({ ru: 'Чайник' }, 'en')).toBe('Чайник')
    expect(formatRating(478, 'uz')).toBe('4,8')
  })
})
