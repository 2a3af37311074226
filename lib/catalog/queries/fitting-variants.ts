import type { Locale } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { readRange } from '@/lib/kernel/number-range'
import type { ListFilter, ProductCard } from '../schema'
import { chosenIn } from './base'
import { discountOf, type StoredImage, toPicture, wasPrice } from './cards'
import { sellable } from './sellable'

type Row = {
  product_id: string
  id: string
  sku: string
  price: number
  compare_at: number | null
  currency: Currency
  in_stock: boolean
  image: StoredImage | null
}

/**
 * Of each product the variant that has a chosen value of every axis that was chosen and whose price was asked for: one to
 * be had, the cheapest.
 */
const read = prepared(`
  select c.id as product_id, f.*
    from unnest($1::text[]) c(id) join product p on p.id = c.id
    cross join lateral (
      select v.id, v.sku, v.price, v.compare_at, v.currency, p.images->v.image as image,
             ${sellable()} >= v.min_order as in_stock
        from variant v left join stock_item s on s.variant_id = v.id
       where v.product_id = p.id and ($3::bigint is null or v.price >= $3) and ($4::bigint is null or v.price <= $4)
         and exists (select from jsonb_each($2::jsonb) a(code, wanted) where a.wanted ? (v.options->>a.code))
         and not exists (select from jsonb_each($2::jsonb) a(code, wanted)
                          where v.options ? a.code and not a.wanted ? (v.options->>a.code))
       order by in_stock desc, v.price, v.position, v.id limit 1) f`)

export type Fitting = ReadonlyMap<string, Row>

/** Nothing is read where nothing is chosen that variants differ in. */
export async function readFitting(ids: readonly string[], filter: ListFilter, tx: Tx): Promise<Fitting> {
  const chosen = chosenIn(filter).filter(([, values]) => values.every((value) => readRange(value) === null))
  if (filter.variants !== true || chosen.length === 0 || ids.length === 0) return new Map()
  const { priceMin = null, priceMax = null } = filter
  const { rows } = await tx.query<Row>(read, [ids, JSON.stringify(Object.fromEntries(chosen)), priceMin, priceMax])
  return new Map(rows.map((row) => [row.product_id, row]))
}

/** The card of a product that has several variants shows the one that fits. */
export function asFitting(card: ProductCard, fitting: Fitting, locale: Locale): ProductCard {
  const found = fitting.get(card.id)
  if (found === undefined || card.variantId !== null) return card
  const compareAt = wasPrice(found.price, found.compare_at, found.currency)
  return {
    ...card,
    image: found.image === null ? card.image : toPicture(found.image, card.title, locale),
    variant: {
      id: found.id,
      sku: found.sku,
      price: money(found.price, found.currency),
      compareAt,
      discount: discountOf(found.price, compareAt),
      inStock: found.in_stock,
    },
  }
}
