import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import type { Cell } from './schema'

const TASHKENT = 5 * 3_600_000

/** As people read it on paper: the font's narrow space is too narrow to group figures. */
export function spellCell(cell: Cell, locale: Locale): string {
  return spell(cell, locale).replaceAll('\u202f', '\u00a0')
}

function spell(cell: Cell, locale: Locale): string {
  if (typeof cell === 'string') return cell
  if ('money' in cell) return formatMoney(cell.money, locale)
  if ('count' in cell) return formatNumber(cell.count)
  return formatDate(cell.date, locale, { year: true })
}

/** In a table: sums without the currency, which its title says, and days in figures. */
export function spellShort(cell: Cell, locale: Locale): string {
  if (typeof cell === 'string') return spellCell(cell, locale)
  if ('money' in cell) {
    const text = spellCell(cell, locale)
    return text.slice(0, text.lastIndexOf('\u00a0'))
  }
  if ('count' in cell) return spellCell(cell, locale)
  const local = new Date(new Date(cell.date).getTime() + TASHKENT).toISOString()
  return `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)}`
}

/** `soʻm`, `сум`. */
export const currencyOf = (cell: Cell, locale: Locale): string | null =>
  typeof cell === 'object' && 'money' in cell ? (spellCell(cell, locale).split('\u00a0').at(-1) ?? null) : null
