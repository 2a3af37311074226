import type { Locale, Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

const NARROW = '\u202f'

const currencyNames: Record<Money['currency'], Record<Locale, string>> = {
  UZS: { uz: 'soʻm', ru: 'сум', en: 'soʻm' },
  USD: { uz: '$', ru: '$', en: '$' },
}

/** Whole numbers grouped by narrow no-break spaces in every locale: a sum never wraps inside itself. */
export function formatNumber(value: number): string {
  const sign = value < 0 ? '−' : ''
  return sign + String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, NARROW)
}

/** Minor units to `150 000 soʻm`; tiyin are shown only when there are some. */
export function formatMoney(money: Money, locale: Locale): string {
  const absolute = Math.abs(money.amount)
  const minor = absolute % 100
  const point = locale === 'en' ? '.' : ','
  const text = formatNumber((absolute - minor) / 100) + (minor === 0 ? '' : point + String(minor).padStart(2, '0'))
  return `${money.amount < 0 ? '−' : ''}${text}${NARROW}${currencyNames[money.currency][locale]}`
}

/** `1 500,25`: a number of any kind, with the point of the language. */
export function formatQuantity(value: number, locale: Locale): string {
  const [whole = '', part] = String(Math.abs(value)).split('.')
  const sign = value < 0 ? '−' : ''
  return `${sign}${formatNumber(Number(whole))}${part === undefined ? '' : `${locale === 'en' ? '.' : ','}${part}`}`
}

/** `1 000–2 000 W`, which stays on one line. */
export function formatRange(from: number, to: number, unit: string | null, locale: Locale): string {
  const ends = [...new Set([from, to])].map((end) => formatQuantity(end, locale)).join('–')
  return unit === null ? ends : `${ends}\u00a0${unit}`
}

/** `150000.00`: major units with a point, as engines want them. */
export const formatDecimal = ({ amount }: Money): string =>
  `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

// Node's ICU spells Uzbek months by its own build, so the three locales are written out: the same on every machine.
const months: Record<Locale, readonly string[]> = {
  uz: 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

// Uzbekistan keeps UTC+5 all the year.
const TASHKENT = 5 * 3_600_000

const ruMonthNames = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')

/** `2026-yil noyabr`, `ноябрь 2026`, `November 2026`, in Tashkent time. */
export function formatMonth(date: Date, locale: Locale): string {
  const local = new Date(date.getTime() + TASHKENT)
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()]
  if (locale === 'uz') return `${year}-yil ${months.uz[month]}`
  return `${locale === 'ru' ? ruMonthNames[month] : months.en[month]} ${year}`
}

type DateStyle = { year?: boolean; time?: boolean }

/** `22-noyabr`, `22 ноября`, `22 November`, in Tashkent time. */
export function formatDate(date: Date | string, locale: Locale, style: DateStyle = {}): string {
  const local = new Date(new Date(date).getTime() + TASHKENT)
  const day = local.getUTCDate()
  const month = months[locale][local.getUTCMonth()] ?? ''
  const year = local.getUTCFullYear()
  const text = locale === 'uz' ? `${day}-${month}` : `${day} ${month}`
  const dated = style.year !== true ? text : locale === 'uz' ? `${year}-yil ${text}` : `${text} ${year}`
  return style.time === true ? `${dated}, ${local.toISOString().slice(11, 16)}` : dated
}

/** Basis points as `12,5 %`. */
export function formatPercent(basisPoints: number, locale: Locale): string {
  const text = String(basisPoints / 100)
  return `${locale === 'en' ? text : text.replace('.', ',')}${NARROW}%`
}

/** `4,8`: one decimal, with the comma of the locale. */
export function formatRating(hundredths: number, locale: Locale): string {
  const text = (hundredths / 100).toFixed(1)
  return locale === 'en' ? text : text.replace('.', ',')
}

/** Uzbek numbers as `+998 90 123-45-67`, others as they are. */
export function formatPhone(phone: string): string {
  const parts = /^\+998(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return parts === null ? phone : `+998 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}`
}

/** What a person types to E.164, or null: nine digits are an Uzbek number. */
export function normalizePhone(text: string): string | null {
  const digits = text.replace(/\D/g, '')
  if (/^\d{9}$/.test(digits)) return `+998${digits}`
  if (/^998\d{9}$/.test(digits)) return `+${digits}`
  const international = text.trim().startsWith('+') && !digits.startsWith('998')
  return international && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
}

/** The text in the reader's locale, else in the first that was written. */
export function pick(texts: Texts, locale: Locale): string {
  return texts[locale] ?? texts.uz ?? texts.ru ?? texts.en ?? ''
}

/** A sum as a field shows it and `readSum` reads it: `150000`, `150000.50`. */
export const sumField = ({ amount }: Money): string =>
  amount % 100 === 0 ? String(amount / 100) : `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

/** What a person types as a sum, `150 000` or `1500,50`, to minor units; null when it is no sum. No floating point. */
export function readSum(text: string): number | null {
  const parts = /^(\d{1,11})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
  return parts === null ? null : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
