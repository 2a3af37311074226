import type { Tx } from '@/lib/kernel/db'
import type { Goods, GoodsVariant, GoodsWarning, SellerProduct } from '../schema'
import { type FalseDiscount, judgePrices } from './judge-prices'

export type Old = SellerProduct['variants'][number] | undefined

/** The variant that a row of a file means: its SKU as written, or with the shop before it. */
export const knownIn = (before: SellerProduct, { sku }: GoodsVariant, shop: string): Old =>
  before.variants.find((variant) => variant.sku === sku) ??
  before.variants.find((variant) => variant.sku === `${shop}-${sku}`)

type Cleaned = { goods: Goods; warnings: GoodsWarning[] }

/** The true figure in soʻm, for a sentence in any language. */
const told = ({ sku, lowest }: FalseDiscount) => (lowest ? `${sku}, ${Number(lowest.amount) / 100} UZS` : sku)

/**
 * Goods are not kept out for an old price that nobody can prove: they are taken with the old price they had, and the row
 * is told the true figure.
 */
export async function withoutFalseDiscounts(
  tx: Tx,
  goods: Goods,
  before: SellerProduct | null,
  shop: string,
): Promise<Cleaned> {
  const oldOf = (variant: GoodsVariant) => (before ? knownIn(before, variant, shop) : undefined)
  const judged = await judgePrices(
    tx,
    goods.variants.map((variant, position) => ({ ...variant, id: oldOf(variant)?.id, position, image: 0 })),
  )
  if (judged.ok) return { goods, warnings: [] }
  const found = (judged.detail?.['discounts'] ?? []) as FalseDiscount[]
  const isFalse = (sku: string) => found.find((one) => one.sku === sku)
  return {
    goods: {
      ...goods,
      variants: goods.variants.map((one) => (isFalse(one.sku) ? { ...one, compareAt: kept(one, oldOf(one)) } : one)),
    },
    warnings: goods.variants.flatMap(({ sku, line }) => {
      const one = isFalse(sku)
      return one ? [{ line, code: 'false-discount' as const, value: told(one) }] : []
    }),
  }
}

/** The old price that runs stays where the file changes nothing else about it. */
const kept = ({ price }: GoodsVariant, old: Old): number | null =>
  old && old.price.amount === price ? (old.compareAtPrice?.amount ?? null) : null
