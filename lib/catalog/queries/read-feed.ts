import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { prepared, sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { leastOrder } from '@/lib/price/schema'
import type { FeedCategory, FeedItem } from '../schema'
import { type Attributes, readAttributes } from './attributes'
import { type StoredImage, slugIn, wasPrice } from './cards'
import { RANGE, rangeOf } from './ranges'
import { sellable } from './sellable'
import { optionLabel } from './variants'

type VariantJson = {
  id: string
  sku: string
  gtin: string | null
  options: Record<string, string>
  price: number
  compareAt: number | null
  image: number
  available: number
  minOrder: number
  multiple: number
}

type Row = {
  id: string
  seq: number
  slug: string
  slugs: Texts
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  images: StoredImage[]
  brand: string | null
  origin: string | null
  category_id: string
  currency: Currency
  shop_slug: string
  shop_name: string
  handling_days: number
  courier_fee: number
  free_from: number | null
  variants: VariantJson[]
}

/** Enough to keep the database busy, few enough to forget: with it a feed of a million goods has a flat memory. */
const BATCH = 250

const readBatch = prepared(
  `select p.id, p.seq, p.slug, p.slugs, p.title, p.description, p.attributes, p.images, p.brand, p.origin,
          p.category_id, p.currency, s.slug as shop_slug, s.name as shop_name, s.handling_days, s.courier_fee,
          s.free_from, v.variants
     from product p
     join shop s on s.id = p.shop_id and s.status = 'active'
     cross join lateral (
       select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'options', v.options,
                'price', v.price, 'compareAt', v.compare_at, 'image', v.image,
                'available', ${sellable('v', 'k')}, 'minOrder', v.min_order, 'multiple', v.multiple) order by v.position, v.id) as variants
         from variant v left join stock_item k on k.variant_id = v.id where v.product_id = p.id) v
    where p.seq > $1 and p.seq < $2 and p.status = 'active' and $3 = any(p.locales) and v.variants is not null
    order by p.seq limit ${BATCH}`,
)

function toItems(row: Row, attributes: Attributes, locale: Locale): FeedItem[] {
  const images = row.images.map(({ key }) => key)
  const shown = (code: string, value: unknown) => ({
    code,
    label: attributes.label(code, locale),
    value: attributes.value(code, value, locale),
  })
  return row.variants.map((variant) => {
    const own = images[variant.image]
    const options = Object.entries(variant.options)
    const rest = Object.entries(row.attributes).filter(([code]) => !Object.hasOwn(variant.options, code))
    return {
      sku: variant.sku,
      variantId: variant.id,
      gtin: variant.gtin,
      group: { id: row.id, seq: row.seq, size: row.variants.length },
      slug: slugIn(row, locale),
      title: pick(row.title, locale),
      label: optionLabel(variant.options, attributes, locale),
      description: row.description[locale] ?? '',
      price: money(variant.price, row.currency),
      compareAt: wasPrice(variant.price, variant.compareAt, row.currency),
      inStock: variant.available >= leastOrder(variant),
      images: own === undefined ? images : [own, ...images.filter((key) => key !== own)],
      brand: row.brand,
      origin: row.origin,
      categoryId: row.category_id,
      traits: [...options, ...rest].map(([code, value]) => shown(code, value)),
      shop: {
        slug: row.shop_slug,
        name: row.shop_name,
        handlingDays: row.handling_days,
        courierFee: money(row.courier_fee, row.currency),
        freeFrom: row.free_from === null ? null : money(row.free_from, row.currency),
      },
    }
  })
}

/** The goods of one file, a few at a time: no more of them is in memory than whoever reads has asked for. */
export async function* readFeedItems(part: number, locale: Locale): AsyncGenerator<FeedItem[]> {
  const attributes = await readAttributes()
  const { from, until } = rangeOf(part)
  let after = from - 1
  for (;;) {
    const { rows } = await sql.query<Row>(readBatch, [after, until, locale])
    const last = rows.at(-1)
    if (!last) return
    yield rows.flatMap((row) => toItems(row, attributes, locale))
    if (rows.length < BATCH) return
    after = last.seq
  }
}

/** Changes with anything that a file may tell: its goods and their stock, shops, categories, names of attributes. */
export async function readFeedVersion(part: number): Promise<{ version: string; changed: Date | null }> {
  const { rows } = await sql.query<{ version: string; changed: Date | null }>(
    `with latest as (
       select updated_at from product p where p.seq / ${RANGE} = $1 order by p.updated_at desc limit 1)
     select md5(concat_ws('|', (select updated_at from latest),
              (select string_agg(md5(s::text), '' order by id) from shop s),
              (select string_agg(md5(c::text), '' order by id) from category c),
              (select string_agg(md5(a::text), '' order by code) from attribute a), current_date)) as version,
            (select updated_at from latest) as changed`,
    [part],
  )
  return rows[0] ?? { version: '', changed: null }
}

export async function readFeedCategories(locale: Locale): Promise<FeedCategory[]> {
  const { rows } = await sql.query<{ id: string; parent_id: string | null; path: string[]; name: Texts }>(
    'select id, parent_id, path, name from category order by path',
  )
  return rows.map(({ id, parent_id, path, name }) => ({ id, parentId: parent_id, path, name: pick(name, locale) }))
}
