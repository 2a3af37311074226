import type { Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { gtinForms } from '../gtin'
import { isShown } from '../product-state'
import { readCategoryRules } from '../queries/category-rules'
import {
  type AttributeValue,
  type FieldProblem,
  missingToPublish,
  type ProductStatus,
  readAttributeValues,
} from '../schema'
import type { CategoryRow } from './product-fields'
import type { OwnShop } from './shop-of'

export type CheckRefusal = 'invalid-fields' | 'not-ready' | 'gtin-taken'

/** Receipts name the tax office's code of everything sold: with the codes of packages set, they are sent. */
export const needsIkpu = () => env.PAYME_PACKAGE_CODE !== undefined || env.CLICK_PACKAGE_CODE !== undefined

type Checked = {
  productId: string
  shop: OwnShop
  category: CategoryRow
  /** The state it enters: shown goods lack nothing. */
  publishing: ProductStatus
  attributes: Readonly<Record<string, AttributeValue>>
  variants: readonly { sku: string; options: Record<string, string>; ikpu: string | null; gtin: string | null }[]
}

/** Attributes as they are kept, or every field that is wrong: the same for the form, REST and files. */
export async function checkProduct(
  tx: Tx,
  { productId, shop, category, publishing, attributes, variants }: Checked,
): Promise<Result<Record<string, AttributeValue>, CheckRefusal>> {
  const rules = await readCategoryRules(category.ids, tx)
  const { values, problems } = readAttributeValues(attributes, rules)
  if (problems.length > 0) return fail('invalid-fields', { fields: problems })
  const taken = await takenGtins(tx, shop, productId, variants)
  if (taken.length > 0) return fail('gtin-taken', { fields: taken })
  const lacks = isShown(publishing) ? missingToPublish({ attributes: values, variants }, rules, needsIkpu()) : []
  return lacks.length > 0 ? fail('not-ready', { fields: lacks }) : ok(values)
}

/** One shop sells one thing once. What it has archived it may offer anew. */
export async function takenGtins(
  tx: Tx,
  shop: OwnShop,
  productId: string,
  variants: Checked['variants'],
): Promise<FieldProblem[]> {
  const coded = variants.flatMap(({ sku, gtin }) => (gtin === null ? [] : [{ sku, gtin, forms: gtinForms(gtin) }]))
  if (coded.length === 0) return []
  const seen = new Set<string>()
  const twice = coded.filter(({ forms }) => seen.size === seen.add(forms.join()).size)
  // Two products of one shop that are saved at once must not both find the number free.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`gtin ${shop.id}`])
  const { rows } = await tx.query<{ gtin: string }>(
    `select v.gtin from variant v join product p on p.id = v.product_id
      where v.gtin = any($1) and p.shop_id = $2 and p.id <> $3 and p.status <> 'archived'`,
    [coded.flatMap(({ forms }) => forms), shop.id, productId],
  )
  const used = new Set(rows.map((row) => row.gtin))
  return coded
    .filter((one) => twice.includes(one) || one.forms.some((form) => used.has(form)))
    .map(({ sku, gtin }) => ({ field: `variants.${sku}.gtin`, problem: 'gtin-taken' as const, value: gtin }))
}
