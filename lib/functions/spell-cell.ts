import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import type { Cell } from './schema'

/** As people read it. */
export function spellCell(cell: Cell, locale: Locale): string {
  if (typeof cell === 'string') return cell
  if ('money' in cell) return formatMoney(cell.money, locale)
  if ('count' in cell) return formatNumber(cell.count)
  return formatDate(cell.date, locale, { year: true })
}
