import { tags } from '@/lib/kernel/cache'
import { sql } from '@/lib/kernel/db'

const address = /^\/[a-z]{2}\/p\/([^/]+)$/

/**
 * What would have to change for an address to lead somewhere; null if it does, did once, or is no product's. A page
 * takes fifty milliseconds to say that there is none, and whoever guesses addresses has a million of them: this is one
 * row of an index, asked for before a page is rendered.
 */
export async function tagsOfNowhere(path: string): Promise<string[] | null> {
  const slug = address.exec(path)?.[1]
  if (slug === undefined) return null
  const decoded = decodeURIComponent(slug)
  const { rows } = await sql.query('select from product_slug where slug = $1', [decoded])
  return rows.length > 0 ? null : [tags.everything(), tags.product(decoded)]
}
