import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { leastOrder, type Tier, tiersBelow } from '@/lib/price/schema'
import type { OptionAxis, Variant } from '../schema'
import { bySize } from '../size-order'
import type { Attributes } from './attributes'
import { wasPrice } from './cards'
import { sellable } from './sellable'

export type VariantRow = {
  id: string
  sku: string
  options: Record<string, string>
  price: number
  compare_at: number | null
  currency: Currency
  image: number
  gtin: string | null
  available: number
  reference: number | null
  min_order: number
  multiple: number
  tiers: Tier[] | null
  parts: PartRow[] | null
}

type PartRow = {
  title: Texts
  slug: string
  slugs: Texts
  onSale: boolean
  options: Record<string, string>
  quantity: number
}

// Enough for «3 left»; rivals need not count a shop's whole store.
const SHOWN_STOCK = 20

const ofProduct = prepared(`
  select v.id, v.sku, v.options, v.price, v.compare_at, v.currency, v.image, v.gtin,
         v.reference, v.min_order, v.multiple, v.tiers, ${sellable()} as available,
        case when v.bundle then (
          select jsonb_agg(jsonb_build_object('title', pp.title, 'slug', pp.slug, 'slugs', pp.slugs,
                   'onSale', pp.status = 'active', 'options', pv.options, 'quantity', b.quantity)
                   order by b.position, b.part_id)
            from bundle_part b join variant pv on pv.id = b.part_id join product pp on pp.id = pv.product_id
           where b.bundle_id = v.id) end as parts
   from variant v left join stock_item s on s.variant_id = v.id
  where v.product_id = $1 order by v.position, v.id`)

export async function readVariants(productId: string, tx: Tx): Promise<VariantRow[]> {
  const { rows } = await tx.query<VariantRow>(ofProduct, [productId])
  return rows
}

export const optionLabel = (options: Record<string, string>, attributes: Attributes, locale: Locale): string =>
  Object.entries(options)
    .sort(([a], [b]) => attributes.position(a) - attributes.position(b))
    .map(([code, value]) => attributes.value(code, value, locale))
    .join(', ')

export const toVariant = (row: VariantRow, attributes: Attributes, locale: Locale): Variant => ({
  id: row.id,
  sku: row.sku,
  options: row.options,
  label: optionLabel(row.options, attributes, locale),
  price: money(row.price, row.currency),
  compareAt: wasPrice(row.price, row.compare_at, row.currency),
  reference: row.compare_at !== null && row.reference !== null ? money(row.reference, row.currency) : null,
  inStock: row.available >= leastOrder({ minOrder: row.min_order, multiple: row.multiple }),
  minOrder: row.min_order,
  multiple: row.multiple,
  tiers: tiersBelow(row.price, row.tiers ?? []).map(({ from, price }) => ({ from, price: money(price, row.currency) })),
  parts:
    row.parts?.map((part) => ({
      slug: part.onSale && part.title[locale] ? (part.slugs[locale] ?? part.slug) : null,
      title: pick(part.title, locale),
      label: optionLabel(part.options, attributes, locale),
      quantity: part.quantity,
    })) ?? null,
  available: Math.min(row.available, SHOWN_STOCK),
  image: row.image,
  gtin: row.gtin,
})

/** The pickers of a product: its option codes with the values that occur, in the variants' order, sizes in theirs. */
export function axesOf(rows: readonly VariantRow[], attributes: Attributes, locale: Locale): OptionAxis[] {
  const codes = [...new Set(rows.flatMap((row) => Object.keys(row.options)))]
  return codes
    .sort((a, b) => attributes.position(a) - attributes.position(b))
    .map((code) => ({ code, label: attributes.label(code, locale), values: valuesOf(rows, code, attributes, locale) }))
}

/** A picture stands for a value where no other value has it; else words tell them apart. */
function ownImage(images: readonly (number | null)[], at: number): number | null {
  const image = images[at] ?? null
  return images.filter((other) => other === image).length === 1 ? image : null
}

function valuesOf(rows: readonly VariantRow[], code: string, attributes: Attributes, locale: Locale) {
  const values = [...new Set(rows.flatMap((row) => row.options[code] ?? []))]
  const having = (value: string) => rows.filter((row) => row.options[code] === value)
  const images = values.map((value) => {
    const pictures = new Set(having(value).map((row) => row.image))
    return pictures.size === 1 ? ([...pictures][0] ?? null) : null
  })
  const shown = values.map((value, at) => ({
    value,
    label: attributes.value(code, value, locale),
    colour: attributes.colour(code, value),
    image: ownImage(images, at),
    inStock: having(value).some((row) => row.available > 0),
  }))
  return bySize(shown)
}
