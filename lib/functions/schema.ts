import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

/** What stands in one place of a document; the renderer spells it for its format and locale. */
export type Cell = string | { money: Money } | { date: string } | { count: number }

/** `width` is a weight among the columns of its table. */
export type Column = { label: string; width: number; right?: boolean }
export type Table = {
  title: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  total?: readonly Cell[]
}

/** A document as data: the same paper gives the same PDF and XLSX, byte for byte. */
export type Paper = {
  locale: Locale
  title: string
  subtitle: string
  /** RFC 3339: also the file's own date, so nothing in it depends on when it was rendered. */
  issuedAt: string
  facts: readonly { label: string; value: Cell }[]
  tables: readonly Table[]
  notes: readonly string[]
}
