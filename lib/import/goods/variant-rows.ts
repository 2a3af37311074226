import { type GoodsVariant, readGtin } from '@/lib/catalog/schema'
import type { Choices, Format } from '../schema'
import type { SourceRow } from '../source/row'
import { derivedSku, type Read } from './cells'
import { plainName } from './option-names'
import { readPrice } from './price'

export type Report = (line: number, code: string, value?: string, level?: 'error' | 'warning') => void
export type Context = { format: Format; read: Read; choices: Choices; report: Report }

const MAX_STOCK = 1_000_000
const yes = /^(1|true|yes|ha|да|instock|active)$/i

/** The rate of a row's own currency, or of the file's; null where nobody has said it. */
function rateOf(currency: string, { currency: chosen, rate }: Choices): string | null {
  const code = currency.toUpperCase() || chosen
  if (code === 'UZS' || code === 'SUM' || code === 'SOM') return '1'
  return code !== undefined && code === chosen ? (rate ?? null) : null
}

/** A row of nothing but one more picture, or the head of goods whose variants have rows of their own. */
function isVariant(row: SourceRow, { format, read }: Context, alone: boolean): boolean {
  if (format === 'shopify') return read(row, 'price') !== '' || read(row, 'option1Value') !== ''
  if (format === 'woocommerce') return alone || !/^variable/i.test(read(row, 'type'))
  return read(row, 'price') !== '' || read(row, 'sku') !== '' || alone
}

const goodName = /^[\p{L}\p{N}][\p{L}\p{N} _.'ʻʼ-]{0,39}$/u

/** Params that differ between the offers of a group are what a buyer chooses between. */
function paramNames(rows: readonly SourceRow[]): string[] {
  if (rows.length < 2) return []
  const names = new Set(rows.flatMap(({ cells }) => Object.keys(cells).filter((name) => name.startsWith('param:'))))
  return [...names].filter((name) => new Set(rows.map(({ cells }) => cells[name] ?? '')).size > 1).slice(0, 6)
}

type Options = (row: SourceRow) => Record<string, string>

function optionReader(rows: readonly SourceRow[], { format, read }: Context): Options {
  if (format === 'yml') {
    const names = paramNames(rows)
    return ({ cells }) => pairs(names.map((name) => [name.slice(6), cells[name] ?? '']))
  }
  const slots = [1, 2, 3, 4, 5, 6] as const
  const head = slots.map((n) => rows.map((row) => read(row, `option${n}Name`)).find(Boolean) ?? '')
  return (row) => pairs(slots.map((n, at) => [head[at] ?? '', read(row, `option${n}Value`)]))
}

const pairs = (given: readonly (readonly [string, string])[]) =>
  Object.fromEntries(
    given
      // Shopify's way to say that there is nothing to choose.
      .filter(([name, value]) => name !== '' && value !== '' && value !== 'Default Title')
      .map(([name, value]) => [plainName(name), value.slice(0, 80).trim()] as const)
      .filter(([name]) => goodName.test(name)),
  )

function stockOf(row: SourceRow, { format, read, report }: Context): number | null {
  const text = read(row, 'stock').replace(/[\s\u00a0]/g, '')
  if (/^-?\d+([.,]0+)?$/.test(text)) return Math.min(Math.max(Number.parseInt(text, 10), 0), MAX_STOCK)
  if (text !== '') report(row.line, 'bad-stock', text, 'warning')
  const there = format === 'yml' ? read(row, 'status') : (row.cells['In stock?'] ?? row.cells['Наличие'] ?? '')
  if (text !== '' || format === 'own' || format === 'shopify') return text === '' ? null : 0
  if (!yes.test(there)) return 0
  // It says that there is some and not how much: one piece can be promised.
  report(row.line, 'stock-unknown', '', 'warning')
  return 1
}

type Prices = { price: number; compareAt: number | null }

function pricesOf(row: SourceRow, { format, read, choices, report }: Context): Prices | null {
  const currency = read(row, 'currency')
  const rate = rateOf(currency, choices)
  if (rate === null) return refuse(report, row.line, 'unknown-currency', currency)
  const sale = read(row, 'salePrice')
  const text = sale || read(row, 'price')
  const pointOnly = format === 'shopify' || format === 'yml'
  const price = readPrice(text, rate, pointOnly)
  if (!price.ok) return refuse(report, row.line, price.code, text)
  const was = sale ? read(row, 'price') : read(row, 'compareAt')
  const before = readPrice(was, rate, pointOnly)
  if (was !== '' && !before.ok && before.code !== 'zero-price') report(row.line, 'bad-compare-at', was, 'warning')
  return { price: price.value, compareAt: before.ok && before.value > price.value ? before.value : null }
}

function refuse(report: Report, line: number, code: string, value = ''): null {
  report(line, code, value)
  return null
}

const skuPattern = /^[\p{L}\p{N}][\p{L}\p{N}._/+-]{0,63}$/u
// What a sheet makes of a long number: several codes look the same then.
const rounded = /^\d(?:[.,]\d+)?e\+\d+$/i

function skuOf(row: SourceRow, key: string, options: Record<string, string>, context: Context, shared: Set<string>) {
  const given = context.read(row, 'sku')
  if (context.format === 'yml') return shared.has(given) || given === '' ? (row.cells['id'] ?? given) : given
  return given || derivedSku(key, options)
}

/** Codes that several rows of the goods have in common tell none of them apart. */
function sharedSkus(rows: readonly SourceRow[], { read }: Context): Set<string> {
  const skus = rows.map((row) => read(row, 'sku')).filter(Boolean)
  return new Set(skus.filter((sku, at) => skus.indexOf(sku) !== at))
}

/** Excel writes a long number with a point or an apostrophe; a wrong digit costs the number, not the row. */
function gtinOf(row: SourceRow, { read, report }: Context): string | null {
  const given = read(row, 'gtin').replace(/^'/, '').replace(/\.0$/, '')
  const gtin = given === '' ? null : readGtin(given)
  if (given !== '' && gtin === null) report(row.line, 'bad-gtin', given, 'warning')
  return gtin
}

/** Every row that can be sold; a row with an error costs its variant, not the product. */
export function readVariants(key: string, rows: readonly SourceRow[], context: Context): GoodsVariant[] {
  const optionsOf = optionReader(rows, context)
  const shared = sharedSkus(rows, context)
  const seen = new Set<string>()
  return rows.flatMap((row): GoodsVariant[] => {
    if (!isVariant(row, context, rows.length === 1)) return []
    const prices = pricesOf(row, context)
    if (prices === null) return []
    const options = optionsOf(row)
    const sku = skuOf(row, key, options, context, shared)
    if (!skuPattern.test(sku) || rounded.test(sku)) return refuse(context.report, row.line, 'bad-sku', sku) ?? []
    const same = JSON.stringify(options)
    if (seen.has(same) || seen.has(sku)) return refuse(context.report, row.line, 'repeated-variant', sku) ?? []
    seen.add(same).add(sku)
    const ikpu = context.read(row, 'ikpu')
    if (ikpu !== '' && !/^\d{17}$/.test(ikpu)) context.report(row.line, 'bad-ikpu', ikpu, 'warning')
    const known = /^\d{17}$/.test(ikpu) ? ikpu : null
    return [
      {
        line: row.line,
        sku,
        options,
        ...prices,
        stock: stockOf(row, context),
        ikpu: known,
        gtin: gtinOf(row, context),
      },
    ]
  })
}
