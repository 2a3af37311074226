import type { Tx } from '@/lib/kernel/db'
import { money, toWire, type WireMoney } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { lowestBefore } from '@/lib/price'
import { judgeDiscount, type PriceBefore } from '@/lib/price/schema'
import type { VariantWrite } from './write-variants'

/** What a variant costs now and what it may strike through; `regular` is the shop's own price below a list's. */
export type VariantPrices = {
  id: string
  price: number
  compareAt: number | null
  reference: number | null
  lowest: number
  regular: number | null
  regularCompareAt: number | null
}

/** What variants cost and cost least in the last 30 days; locked, so that the answer stays true until the write. */
export async function readPricesBefore(tx: Tx, variantIds: readonly string[]): Promise<Map<string, VariantPrices>> {
  if (variantIds.length === 0) return new Map()
  const { rows } = await tx.query<VariantPrices>(
    `select v.id, v.price, v.compare_at as "compareAt", v.reference, ${lowestBefore('v')} as lowest,
            v.regular_price as regular, v.regular_compare_at as "regularCompareAt"
       from variant v where v.id = any($1) order by v.id for update of v`,
    [variantIds],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Does the write say what the shop's own price says already, while a list covers it? It begins nothing. */
const isWaiting = (row: VariantPrices, { price, compareAt }: VariantWrite) =>
  row.regular !== null && row.regular === price && row.regularCompareAt === compareAt

const judge = (write: VariantWrite, row: VariantPrices | undefined) =>
  row && isWaiting(row, write)
    ? ({ honest: true, reference: null } as const)
    : judgeDiscount(write, row ? (row satisfies PriceBefore) : null)

/** `lowest`: what could be struck through at most; null: it has no earlier price. */
export type FalseDiscount = { sku: string; lowest: WireMoney | null }

/** Gives every write the reference of its discount, or refuses all: `false-discount` names each SKU and its true figure. */
export async function judgePrices(
  tx: Tx,
  writes: readonly VariantWrite[],
): Promise<Result<VariantWrite[], 'false-discount'>> {
  const struck = writes.filter(({ price, compareAt }) => compareAt !== null && compareAt > price)
  if (struck.length === 0) return ok([...writes])
  const known = struck.flatMap(({ id }) => (id ? [id] : []))
  const before = await readPricesBefore(tx, known)
  const judged = writes.map((write) => ({ write, ...judge(write, before.get(write.id ?? '')) }))
  const discounts = judged.flatMap((one): FalseDiscount[] =>
    one.honest ? [] : [{ sku: one.write.sku, lowest: one.lowest === null ? null : toWire(money(one.lowest, 'UZS')) }],
  )
  if (discounts.length > 0) return fail('false-discount', { discounts })
  return ok(judged.map((one) => ({ ...one.write, reference: one.honest ? one.reference : null })))
}
