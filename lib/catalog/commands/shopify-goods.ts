import type { Locale } from '@/lib/i18n'
import type { ImportReport } from '../schema'
import { htmlToText, type Line, toTiyin } from './shopify-csv'

export type GoodsVariant = {
  line: number
  sku: string
  options: Record<string, string>
  price: number
  compareAt: number | null
  stock: number
}

export type Goods = {
  handle: string
  line: number
  title: string
  description: string
  locale: Locale
  status: 'active' | 'draft' | 'archived'
  /** Type and tags: they choose the drawing and the category. */
  about: string
  variants: GoodsVariant[]
}

type RowError = ImportReport['errors'][number]
export type Reading = { goods: Goods[]; errors: RowError[] }

const cell = ({ cells }: Line, name: string) => cells[name]?.trim() ?? ''

/** Lines of one handle belong together, wherever they stand. A line with an error costs its variant, not the file. */
export function readGoods(lines: readonly Line[], rate: string, locale?: Locale): Reading {
  const errors: RowError[] = []
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const handle = cell(line, 'Handle')
    if (handle === '') errors.push({ line: line.line, handle, code: 'no-handle', message: 'The row has no Handle.' })
    else groups.set(handle, [...(groups.get(handle) ?? []), line])
  }
  const goods = [...groups].flatMap(([handle, rows]) => {
    const refuse: Refuse = (line, code, message) => {
      errors.push({ line, handle, code, message })
      return null
    }
    return readOne(handle, rows, rate, locale, refuse) ?? []
  })
  return { goods, errors: errors.sort((a, b) => a.line - b.line) }
}

type Refuse = (line: number, code: string, message: string) => null

function readOne(handle: string, rows: Line[], rate: string, locale: Locale | undefined, refuse: Refuse): Goods | null {
  const head = rows.find((row) => cell(row, 'Title') !== '')
  const first = rows[0]
  if (!first) return null
  if (!head) return refuse(first.line, 'no-title', 'No row of this Handle has a Title.')
  const title = cell(head, 'Title')
  if (title.length > 200) return refuse(head.line, 'title-too-long', 'The Title is longer than 200 characters.')
  const description = htmlToText(cell(head, 'Body (HTML)')).slice(0, 10_000)
  const variants = readVariantRows(handle, rows, rate, refuse)
  if (variants.length === 0) return refuse(head.line, 'no-variants', 'No row of this Handle can be sold.')
  const about = [title, cell(head, 'Type'), cell(head, 'Tags'), cell(head, 'Product Category')].join(' ')
  const spoken = locale ?? languageOf(`${title} ${description}`)
  return { handle, line: head.line, title, description, locale: spoken, status: statusOf(head), about, variants }
}

const languageOf = (text: string): Locale =>
  /[\u0400-\u04ff]/.test(text) ? 'ru' : /[og][\u02bb\u02bc\u2018\u2019]/i.test(text) ? 'uz' : 'en'

function statusOf(head: Line): Goods['status'] {
  const status = cell(head, 'Status').toLowerCase()
  if (status === 'draft' || status === 'archived') return status
  return cell(head, 'Published').toLowerCase() === 'false' ? 'draft' : 'active'
}

function readVariantRows(handle: string, rows: readonly Line[], rate: string, refuse: Refuse): GoodsVariant[] {
  const names = [1, 2, 3].map((n) => rows.map((row) => cell(row, `Option${n} Name`)).find(Boolean) ?? '')
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    // A row of nothing but one more picture.
    if (cell(row, 'Variant Price') === '' && cell(row, 'Option1 Value') === '') return []
    const price = toTiyin(cell(row, 'Variant Price'), rate)
    if (price === null) return refuse(row.line, 'bad-price', `“${cell(row, 'Variant Price')}” is not a price.`) ?? []
    if (price === 0) return refuse(row.line, 'zero-price', 'The price is 0.') ?? []
    const options = optionsOf(row, names)
    const sku = cell(row, 'Variant SKU') || derivedSku(handle, options)
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._/+-]{0,63}$/u.test(sku))
      return refuse(row.line, 'bad-sku', `“${sku}” is not a SKU: letters, digits and . _ / + - only.`) ?? []
    const same = JSON.stringify(options)
    if (seen.has(same) || seen.has(sku))
      return refuse(row.line, 'repeated-variant', 'The variant is there already.') ?? []
    seen.add(same).add(sku)
    const was = toTiyin(cell(row, 'Variant Compare At Price'), rate)
    const stock = Number.parseInt(cell(row, 'Variant Inventory Qty') || '0', 10)
    const compareAt = was !== null && was > price ? was : null
    return [{ line: row.line, sku, options, price, compareAt, stock: Math.min(Math.max(stock || 0, 0), 1_000_000) }]
  })
}

function optionsOf(row: Line, names: readonly string[]): Record<string, string> {
  const pairs = names.map((name, at) => [name, cell(row, `Option${at + 1} Value`)] as const)
  // Shopify's way to say that there is nothing to choose.
  return Object.fromEntries(pairs.filter(([name, value]) => name !== '' && value !== '' && value !== 'Default Title'))
}

/** `clay-plant-pot`, Regular → `CLAY-PLANT-POT-REGULAR`: the same for the same row, run after run. */
export const derivedSku = (handle: string, options: Record<string, string>): string =>
  [handle, ...Object.values(options)]
    .join('-')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
