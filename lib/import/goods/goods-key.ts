import type { Format, Mapping } from '../schema'
import type { SourceRow } from '../source/row'

const titles = ['title', 'titleUz', 'titleRu', 'titleEn'] as const

/**
 * Which rows are one product. What has no code is known by its title: its place in the file is another one next time.
 * Remembers what WooCommerce calls by number and names by SKU elsewhere.
 */
export function goodsKeys(format: Format, mapping: Mapping): (row: SourceRow) => string {
  const read = ({ cells }: SourceRow, column: string | undefined) => (column ? (cells[column] ?? '').trim() : '')
  const titleOf = (row: SourceRow) => titles.map((field) => read(row, mapping[field])).find(Boolean)
  const own = (row: SourceRow) =>
    read(row, mapping.product) || read(row, mapping.sku) || titleOf(row) || `line ${row.line}`
  if (format === 'yml') return (row) => read(row, mapping.product) || row.cells['id'] || own(row)
  if (format !== 'woocommerce') return own
  const names = new Map<string, string>()
  return (row) => {
    const parent = read(row, mapping.product)
    if (parent !== '') return names.get(parent) ?? parent
    const id = row.cells['ID'] ? `id:${row.cells['ID'].trim()}` : ''
    const name = read(row, mapping.sku) || id || titleOf(row) || `line ${row.line}`
    if (id !== '' && name !== id) names.set(id, name)
    return name
  }
}
