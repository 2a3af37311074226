import { type Locale, locales, type Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import type { EngineFile, SitemapPage } from '../schema'
import { slugIn } from './cards'
import { RANGE, rangeOf } from './ranges'

/** Every file of goods that is not empty, and when anything in its range changed last. */
export async function listEngineFiles(): Promise<EngineFile[]> {
  const { rows } = await sql.query<EngineFile>(
    `select part, locale, (select updated_at from product p where p.seq / ${RANGE} = part
              order by p.updated_at desc limit 1) as changed
       from generate_series(0, coalesce((select max(seq) from product), 0) / ${RANGE}) part,
            unnest($1::text[]) with ordinality l(locale, place)
      where exists (select from product p where p.seq >= part * ${RANGE} and p.seq < (part + 1) * ${RANGE}
                       and p.status = 'active' and locale = any(p.locales))
      order by part, place`,
    [locales],
  )
  return rows
}

type ProductRow = { seq: number; slug: string; slugs: Texts; locales: Locale[]; changed: Date; image: string | null }

const everywhere = (pathOf: (locale: Locale) => string): Record<Locale, string> => ({
  uz: pathOf('uz'),
  ru: pathOf('ru'),
  en: pathOf('en'),
})

/** A few round trips for a file, and never more than half a megabyte of it in memory. */
const BATCH = 1000

/** Goods on sale of one file, that are written in the language: read as they are taken. */
export async function* readSitemapProducts(part: number, locale: Locale): AsyncGenerator<SitemapPage[]> {
  const { from, until } = rangeOf(part)
  let after = from - 1
  for (;;) {
    const { rows } = await sql.query<ProductRow>(
      `select seq, slug, slugs, locales, updated_at as changed, images->0->>'key' as image from product
        where seq > $1 and seq < $2 and status = 'active' and $3 = any(locales) order by seq limit ${BATCH}`,
      [after, until, locale],
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => ({
      locales: locales.filter((each) => row.locales.includes(each)),
      path: everywhere((each) => `/p/${slugIn(row, each)}`),
      changed: row.changed,
      image: row.image,
    }))
    if (rows.length < BATCH) return
    after = last.seq
  }
}

/** When anything in a range changed last, to the microsecond; null where nothing ever was. */
export async function readRangeVersion(part: number): Promise<string | null> {
  const { rows } = await sql.query<{ version: string }>(
    `select concat_ws(' ', updated_at, current_date) as version from product p where p.seq / ${RANGE} = $1
      order by p.updated_at desc limit 1`,
    [part],
  )
  return rows[0]?.version ?? null
}

export const inAll = (path: string): SitemapPage => ({
  locales: [...locales],
  path: everywhere(() => path),
  changed: null,
  image: null,
})

/** Categories that have goods in them or below. */
export async function readSitemapCategories(): Promise<SitemapPage[]> {
  const { rows } = await sql.query<{ path: string[] }>(
    `with counted as (select c.path, sum(t.n) as n from category c join product_tally t on t.subject = c.id group by 1)
     select c.path from category c
      where (select sum(n) from counted below where below.path[1:cardinality(c.path)] = c.path) > 0 order by c.path`,
  )
  return rows.map(({ path }) => inAll(`/c/${path.join('/')}`))
}

/** Shops that sell. */
export async function readSitemapShops(): Promise<SitemapPage[]> {
  const { rows } = await sql.query<{ slug: string }>(
    `select slug from shop s where status = 'active'
        and (select sum(n) from product_tally t where t.subject = s.id) > 0 order by slug limit 50000`,
  )
  return rows.map(({ slug }) => inAll(`/shop/${slug}`))
}
