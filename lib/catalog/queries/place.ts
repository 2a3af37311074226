import type { Locale } from '@/lib/i18n'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import type { ListFilter } from '../schema'

/**
 * Where a list looks: ids instead of slugs, so that the planner knows how many goods there are. `atMost`: no more are on
 * sale there in the language; null: in any language, nobody counts those.
 */
export type Place = { category: { id: string; leaf: boolean } | null; shop: string | null; atMost: number | null }

export const everywhere: Place = { category: null, shop: null, atMost: null }

type Row = Pick<Place, 'category' | 'shop'> & { in_category: number | null; in_shop: number | null }

const read = prepared(`
  select (select jsonb_build_object('id', c.id, 'leaf', not exists (select from category b where b.parent_id = c.id))
            from category c where c.slug = $1) as category,
         (select id from shop where slug = $2) as shop,
         (select coalesce(sum(t.n), 0)::bigint from category c join product_tally t on t.subject = c.id
           where t.locale = $3 and ($1::text is null or c.path @> array[$1])) as in_category,
         (select coalesce(sum(t.n), 0)::bigint from shop s join product_tally t on t.subject = s.id
           where t.locale = $3 and s.slug = $2) as in_shop`)

/** Null: there is no such category or shop, and so nothing in it. */
export async function placeOf(
  { category, shop }: ListFilter,
  language: Locale | null,
  tx: Tx = sql,
): Promise<Place | null> {
  const { rows } = await tx.query<Row>(read, [category ?? null, shop ?? null, language])
  const found = rows[0]
  if (found === undefined) return null
  const unknown = (category !== undefined && !found.category) || (shop !== undefined && !found.shop)
  if (unknown) return null
  const sizes = [found.in_category, ...(shop === undefined ? [] : [found.in_shop])].map(Number)
  return { category: found.category, shop: found.shop, atMost: language === null ? null : Math.min(...sizes) }
}

/** Is it one category, one shop or the whole market? Then `atMost` is how many there are. */
export const isCounted = ({ category, shop, atMost }: Place): boolean =>
  atMost !== null && (category === null || shop === null)
