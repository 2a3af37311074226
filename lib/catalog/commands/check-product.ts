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
  const taken = await takenGtins(
    tx,
    shop,
    variants.map((variant) => ({ ...variant, productId })),
  )
  if (taken.length > 0) return fail('gtin-taken', { fields: taken })
  const lacks = isShown(publishing) ? missingToPublish({ attributes: values, variants }, rules, needsIkpu()) : []
  return lacks.length > 0 ? fail('not-ready', { fields: lacks }) : ok(values)
}

type Coded = { productId: string; sku: string; gtin: string | null }

/** One shop sells one thing once. What it has archived it may offer anew. Goods of one `productId` are one product. */
export async function takenGtins(tx: Tx, shop: OwnShop, variants: readonly Coded[]): Promise<FieldProblem[]> {
  const coded = variants.flatMap(({ gtin, ...rest }) =>
    gtin === null ? [] : [{ ...rest, gtin, forms: gtinForms(gtin) }],
  )
  if (coded.length === 0) return []
  const seen = new Set<string>()
  const twice = new Set(
    coded.filter(({ productId, forms }) => seen.size === seen.add(`${productId} ${forms.join()}`).size),
  )
  // Two products of one shop that are saved at once must not both find the number free.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`gtin ${shop.id}`])
  const { rows } = await tx.query<{ gtin: string; ids: string[] }>(
    `select v.gtin, array_agg(distinct p.id) as ids from variant v join product p on p.id = v.product_id
      where v.gtin = any($1) and p.shop_id = $2 and p.status <> 'archived' group by v.gtin`,
    [coded.flatMap(({ forms }) => forms), shop.id],
  )
  const used = new Map(rows.map(({ gtin, ids }) => [gtin, ids]))
  const elsewhere = (form: string, productId: string) => used.get(form)?.some((id) => id !== productId) === true
  return coded
    .filter((one) => twice.has(one) || one.forms.some((form) => elsewhere(form, one.productId)))
    .map(({ sku, gtin }) => ({ field: `variants.${sku}.gtin`, problem: 'gtin-taken' as const, value: gtin }))
}
