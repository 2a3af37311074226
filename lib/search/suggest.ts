import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { matchSql, toTsQuery } from './match'
import { normalize } from './normalize'

export type Suggestion = { slug: string; title: string }

/** What the words so far may become: titles of goods on sale, the likeliest first. */
export async function suggest(q: string, locale: Locale, limit = 8): Promise<Suggestion[]> {
  const query = toTsQuery(q)
  if (query === '') return []
  const { rows } = await sql.query<{ slug: string; title: Texts }>(
    `select p.slug, p.title from (${matchSql('$1', '$2')}) m join product p on p.id = m.product_id
      where p.status = 'active' order by m.score desc, p.sold_count desc limit $3`,
    [query, normalize(q).slice(0, 80), limit],
  )
  return rows.map(({ slug, title }) => ({ slug, title: pick(title, locale) }))
}
