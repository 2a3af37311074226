import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { SellerProduct } from '../schema'

/** What orders hold or bundles contain stays, and so does the last one. Orders keep what was sold by themselves. */
export async function removeVariants(
  tx: Tx,
  before: SellerProduct,
  skus: readonly string[],
): Promise<Result<SellerProduct, 'variant-held'>> {
  if (skus.length === 0) return ok(before)
  const gone = before.variants.filter(({ sku }) => skus.includes(sku))
  const left = before.variants.filter((variant) => !gone.includes(variant))
  const ids = gone.map(({ id }) => id)
  const { rows } = await tx.query<{ sku: string }>(
    `select v.sku from variant v join stock_item s on s.variant_id = v.id
      where v.id = any($1) and (s.reserved > 0
        or exists (select from bundle_part b where b.part_id = v.id or b.bundle_id = v.id))
      order by v.id for update of s`,
    [ids],
  )
  if (rows.length > 0 || left.length === 0) return fail('variant-held', { skus: rows.map(({ sku }) => sku) })
  await tx.query('delete from stock_item where variant_id = any($1)', [ids])
  await tx.query('delete from variant where id = any($1)', [ids])
  return ok({ ...before, variants: left })
}
