import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import type { OptionAxis, Variant } from '../schema'
import type { Attributes } from './attributes'
import { wasPrice } from './cards'

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
}

// Enough for «3 left»; rivals need not count a shop's whole store.
const SHOWN_STOCK = 20

export async function readVariants(productId: string): Promise<VariantRow[]> {
  const { rows } = await sql.query<VariantRow>(
    `select v.id, v.sku, v.options, v.price, v.compare_at, v.currency, v.image, v.gtin,
            greatest(0, coalesce(s.on_hand - s.reserved, 0)) as available
       from variant v left join stock_item s on s.variant_id = v.id
      where v.product_id = $1 order by v.position, v.id`,
    [productId],
  )
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
  inStock: row.available > 0,
  available: Math.min(row.available, SHOWN_STOCK),
  image: row.image,
  gtin: row.gtin,
})

/** The pickers of a product: its option codes with the values that occur, in the variants' order. */
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
  return values.map((value, at) => ({
    value,
    label: attributes.value(code, value, locale),
    colour: attributes.colour(code, value),
    image: ownImage(images, at),
    inStock: having(value).some((row) => row.available > 0),
  }))
}
