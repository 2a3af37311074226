import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { slugify } from '@/lib/search'
import type { ProductInput } from '../schema'
import type { OwnShop } from './shop-of'

export type CategoryRow = { id: string; slug: string; path: string[]; ids: string[] }

/** A category by its slug, with the ids of it and all above it. */
export async function readCategory(tx: Tx, slug: string): Promise<Result<CategoryRow, 'unknown-category'>> {
  const { rows } = await tx.query<CategoryRow>(
    `select c.id, c.slug, c.path, array(select a.id from category a where a.slug = any(c.path)) as ids
       from category c where c.slug = $1`,
    [slug],
  )
  const found = rows[0]
  return found ? ok(found) : fail('unknown-category', { category: slug })
}

/** An active product of a shop that is not trusted yet waits for somebody to look at it. */
export const statusFor = (wanted: ProductInput['status'], shop: OwnShop): string =>
  wanted === 'active' && !shop.trusted ? 'review' : wanted

/** The title as an address; where it is taken now or was ever, the product's own id ends it. */
export async function freeSlug(tx: Tx, wanted: string, productId: string): Promise<string> {
  const slug = slugify(wanted)
  return (await isTaken(tx, slug, productId)) ? `${slug}-${productId.slice(-6)}` : slug
}

export async function isTaken(tx: Tx, slug: string, productId: string): Promise<boolean> {
  const { rows } = await tx.query('select from product_slug where slug = $1 and product_id is distinct from $2', [
    slug,
    productId,
  ])
  return rows.length > 0
}

/** Two variants that a buyer could not tell apart, or one code twice. */
export function ambiguous(variants: readonly { sku: string; options: Record<string, string> }[]): boolean {
  const said = variants.map(({ options }) => JSON.stringify(Object.entries(options).sort()))
  return new Set(said).size < said.length || new Set(variants.map(({ sku }) => sku)).size < variants.length
}
