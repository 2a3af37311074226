import type { locales } from '@/lib/i18n'
import { sql, transact } from '@/lib/kernel/db'
import { BOUND } from '../queries/base'
import { sampleFacets } from '../queries/facets'
import { everywhere } from '../queries/place'

/** Good for proportions, which is all that is shown of it. */
const SAMPLE = 4_000

type Large = { id: string; leaf: boolean; locale: (typeof locales)[number] }

const readLarge = `
  with counted as (select c.path, t.locale, sum(t.n) as n from category c join product_tally t on t.subject = c.id
                    group by 1, 2)
  select c.id, c.leaf, counted.locale
    from (select id, path, not exists (select from category b where b.parent_id = category.id) as leaf from category
          union all select '', '{}', false) c
    join counted on counted.path[1:cardinality(c.path)] = c.path
   group by 1, 2, 3 having sum(counted.n) > $1 order by 1, 3`

const keep = `
  insert into category_facets (category_id, locale, counted) values ($1, $2, $3)
  on conflict (category_id, locale) do update set counted = excluded.counted, counted_at = now()`

/** Counts anew what the goods of large categories are like, so that nobody waits for it; small ones are counted when asked. */
export async function countFacets(bound = BOUND): Promise<void> {
  const { rows } = await sql.query<Large>(readLarge, [bound])
  for (const { id, leaf, locale } of rows)
    await transact(async (tx) => {
      await tx.query(`select set_config('enable_seqscan', 'off', true)`)
      const place = { ...everywhere, category: id === '' ? null : { id, leaf } }
      await tx.query(keep, [id, locale, JSON.stringify(await sampleFacets(place, locale, SAMPLE, tx))])
    })
  await sql.query(
    `delete from category_facets where (category_id, locale) not in (select * from unnest($1::text[], $2::text[]))`,
    [rows.map(({ id }) => id), rows.map(({ locale }) => locale)],
  )
}
