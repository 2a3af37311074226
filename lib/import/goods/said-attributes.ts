import type { GoodsVariant, SaidAttribute } from '@/lib/catalog/schema'
import { attributeColumn, type Format, failureColumns, type Mapping } from '../schema'
import type { SourceRow } from '../source/row'
import { unguard } from './guard-cell'
import { plainName } from './option-names'

const MAX_SOFT = 200
// As many as WooCommerce writes of one product before a person loses count.
const WOO_SLOTS = 30

type Cells = { rows: readonly SourceRow[]; format: Format; mapping: Mapping }

const filled = (rows: readonly SourceRow[], column: string) => {
  const row = rows.find(({ cells }) => (cells[column] ?? '').trim() !== '')
  return row && { line: row.line, column, value: unguard(row.cells[column] ?? '').trim() }
}

const columnsOf = (rows: readonly SourceRow[]) => [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]

/** Of two columns of one attribute the one that is called so counts. */
const bindingFirst = (a: SaidAttribute, b: SaidAttribute) => Number(b.binding) - Number(a.binding)

/** Of our own table: what is called so, and every column that means nothing else and may be called as an attribute is. */
function ofColumns({ rows, mapping }: Cells): SaidAttribute[] {
  const meant = new Set([...Object.values(mapping), ...failureColumns])
  return columnsOf(rows).flatMap((column) => {
    const said = meant.has(column) || column.startsWith('#') ? undefined : filled(rows, column)
    const named = attributeColumn.exec(column)?.[1]
    if (!said || (named === undefined && said.value.length > MAX_SOFT)) return []
    return [{ ...said, name: named ?? column, binding: named !== undefined }]
  })
}

const ofParams = ({ rows }: Cells): SaidAttribute[] =>
  columnsOf(rows).flatMap((column) => {
    const said = column.startsWith('param:') ? filled(rows, column) : undefined
    const times = rows.filter(({ cells }) => (cells[column] ?? '').trim() !== '').length
    return said ? [{ ...said, name: column.slice(6), binding: false, rows: times }] : []
  })

/** Slots of the product's own row; a product without variations shows them as the options of its only variant. */
function ofSlots({ rows, mapping }: Cells, axes: ReadonlySet<string>): SaidAttribute[] {
  const { option1Name: name, option1Value: value } = mapping
  const head = rows[0]
  if (name === undefined || value === undefined || head === undefined) return []
  return Array.from({ length: WOO_SLOTS }, (_, n) => String(n + 1)).flatMap((n) => {
    const said = filled([head], value.replace('1', n))
    const called = (head.cells[name.replace('1', n)] ?? '').trim()
    if (!said || called === '') return []
    const option = rows.length === 1 && axes.has(plainName(called)) ? { option: plainName(called) } : {}
    return [{ ...said, name: called, column: called, binding: false, rows: 1, ...option }]
  })
}

/** What may be attributes: only the category tells, and what buyers choose between stays an option. */
export function saidAttributes(given: Cells, variants: readonly GoodsVariant[]): SaidAttribute[] {
  const axes = new Set(variants.flatMap(({ options }) => Object.keys(options)))
  const { format } = given
  if (format === 'shopify') return []
  const said = format === 'yml' ? ofParams(given) : format === 'woocommerce' ? ofSlots(given, axes) : ofColumns(given)
  return said
    .sort(bindingFirst)
    .filter(({ name, binding, option }) => binding || option !== undefined || !axes.has(plainName(name)))
}
