import { readSum } from '@/lib/format'

export type Entry = { sku: string; price: number; compareAt: number | null }

/** Lines of `SKU; price; old price`, split by semicolon or tab, else by comma; the number of the first that cannot be read. */
export function readEntries(text: string): Entry[] | number {
  const entries: Entry[] = []
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const separator = /[;\t]/.test(line) ? /[;\t]/ : ','
    const [sku = '', price = '', was = ''] = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    const amount = readSum(price)
    const old = was === '' ? null : readSum(was)
    // A first line of headings names no price.
    if (at === 0 && !/\d/.test(price)) continue
    if (sku === '' || !amount || (was !== '' && old === null)) return at + 1
    entries.push({ sku, price: amount, compareAt: old })
  }
  return entries
}
