import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Mover } from '../product-state'
import type { AttributeValue } from '../schema'
import type { OwnShop } from './shop-of'

export type CategoryRow = { id: string; slug: string; path: string[]; ids: string[] }

const select = `
  select c.id, c.slug, c.path, array(select a.id from category a where a.slug = any(c.path)) as ids
    from category c where c.slug`

/** A category by its slug, with the ids of it and all above it. */
export async function readCategory(tx: Tx, slug: string): Promise<Result<CategoryRow, 'unknown-category'>> {
  const { rows } = await tx.query<CategoryRow>(`${select} = $1`, [slug])
  const found = rows[0]
  return found ? ok(found) : fail('unknown-category', { category: slug })
}

/** The same of many at once, by slug. */
export async function readCategoriesOf(tx: Tx, slugs: readonly string[]): Promise<Map<string, CategoryRow>> {
  const { rows } = await tx.query<CategoryRow>(`${select} = any($1)`, [slugs])
  return new Map(rows.map((row) => [row.slug, row]))
}

/** Sellers whose goods are shown at once; what the operator has sent back is looked at again, whoever sells it. */
export const moverOf = (shop: OwnShop, reviewNote: string | null = null): Mover =>
  shop.trusted && reviewNote === null ? 'trusted' : 'seller'

type Told = { brand?: string | null | undefined; attributes?: Record<string, AttributeValue> | undefined }

/** The brand is kept among the attributes and stays when the others are said anew. */
export function withBrand({ brand, attributes }: Told, before: Record<string, AttributeValue> = {}) {
  const { brand: kept, ...others } = before
  const told = attributes ?? others
  const name = brand === undefined ? (told['brand'] ?? kept) : brand
  const { brand: _, ...rest } = told
  return name === null || name === undefined ? rest : { ...rest, brand: name }
}

/** Two variants that a buyer could not tell apart, or one code twice. */
export function ambiguous(variants: readonly { sku: string; options: Record<string, string> }[]): boolean {
  const said = variants.map(({ options }) => JSON.stringify(Object.entries(options).sort()))
  return new Set(said).size < said.length || new Set(variants.map(({ sku }) => sku)).size < variants.length
}
