import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { spelledUnit } from '@/lib/i18n/units'
import { sql, type Tx } from '@/lib/kernel/db'
import { keptShortly } from '@/lib/search'

type AttributeRow = {
  code: string
  name: Texts
  type: string
  unit: string | null
  filterable: boolean
  options: Record<string, Texts & { hex?: string }>
  position: number
}

/** How codes and values of attributes are shown. A code or value nobody described is shown as it was written. */
export type Attributes = {
  /** Those that goods can be filtered by, */
  codes: string[]
  /** and those of them that are filtered by a range of numbers. */
  ranged: ReadonlySet<string>
  unit(code: string, locale: Locale): string | null
  label(code: string, locale: Locale): string
  value(code: string, value: unknown, locale: Locale): string
  /** The same for the index of words, which knows all spellings of a unit. */
  said(code: string, value: unknown, locale: Locale): string
  colour(code: string, value: string): string | null
  position(code: string): number
}

const yes: Record<Locale, [string, string]> = { uz: ['bor', 'yoʻq'], ru: ['да', 'нет'], en: ['yes', 'no'] }

type Spelled = (unit: string, locale: Locale) => string

function shown(row: AttributeRow | undefined, value: unknown, locale: Locale, spelled: Spelled = spelledUnit): string {
  if (Array.isArray(value)) return value.map((one) => shown(row, one, locale, spelled)).join(', ')
  if (typeof value === 'boolean') return yes[locale][value ? 0 : 1]
  const option = row?.options[String(value)]
  if (option) return pick(option, locale) || String(value)
  if (row?.type === 'boolean') return yes[locale][value === 'true' ? 0 : 1]
  const text = locale === 'en' || row?.type !== 'number' ? String(value) : String(value).replace('.', ',')
  return row?.unit ? `${text} ${spelled(row.unit, locale)}` : text
}

/** As they were at most two seconds ago: for what is shown. */
export const knownAttributes = (): Promise<Attributes> => keptShortly('attributes', () => readAttributes())

export async function readAttributes(tx: Tx = sql): Promise<Attributes> {
  const { rows } = await tx.query<AttributeRow>(
    'select code, name, type, unit, filterable, options, position from attribute order by position, code',
  )
  const known = new Map(rows.map((row) => [row.code, row]))
  const filterable = rows.filter((row) => row.filterable)
  return {
    codes: filterable.map((row) => row.code),
    ranged: new Set(filterable.filter((row) => row.type === 'number').map((row) => row.code)),
    unit(code, locale) {
      const unit = known.get(code)?.unit ?? null
      return unit && spelledUnit(unit, locale)
    },
    label: (code, locale) => pick(known.get(code)?.name ?? {}, locale) || code,
    value: (code, value, locale) => shown(known.get(code), value, locale),
    said: (code, value, locale) => shown(known.get(code), value, locale, (unit) => unit),
    colour: (code, value) => known.get(code)?.options[value]?.hex ?? null,
    position: (code) => known.get(code)?.position ?? 1000,
  }
}
