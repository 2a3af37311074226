import { env } from '@/lib/kernel/env'
import type { Format, Mapping } from '../schema'
import type { SourceRow } from '../source/row'
import { reader } from './cells'

const MAX_PICTURES = 10

/** Every picture that the rows name, in order, none twice. */
export function pictureAddresses(rows: readonly SourceRow[], format: Format, mapping: Mapping) {
  const read = reader(mapping)
  const found = new Map<string, number>()
  for (const row of rows) {
    const cell = read(row, 'images')
    const parts = format === 'shopify' ? [cell] : cell.split(format === 'yml' ? /\n/ : /[\n,|]\s*(?=https?:)/)
    for (const part of parts) {
      const url = part.trim()
      if (/^https?:\/\//i.test(url) && url.length <= 2_000 && !found.has(url)) found.set(url, row.line)
    }
  }
  return [...found].slice(0, MAX_PICTURES).map(([url, line]) => ({ url, line }))
}

/** `choynak-3p0-front` of a picture that is served here already. */
export function ownPicture(url: string): string | null {
  const from = `${env.APP_URL}/goods/`
  return url.startsWith(from)
    ? (/^([a-z0-9-]{1,80})-(?:320|640)\.(?:avif|webp|jpg)$/.exec(url.slice(from.length))?.[1] ?? null)
    : null
}
