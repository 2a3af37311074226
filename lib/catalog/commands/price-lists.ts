import { type Actor, actorId } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { money, toWire } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { insertList, lowestBefore, stopList } from '@/lib/price'
import { judgeDiscount } from '@/lib/price/schema'
import type { PriceListInput } from '../schema'
import type { FalseDiscount } from './judge-prices'
import { type OwnShop, readOwnShop } from './shop-of'

export type PriceListRefusal = 'not-found' | 'unknown-skus' | 'false-discount' | 'not-in-future'

type Row = {
  id: string
  sku: string
  price: number
  compareAt: number | null
  reference: number | null
  lowest: number
}
type Entry = PriceListInput['entries'][number]
type Found = { entry: Entry; row: Row }

/** The shop's variants with the lowest price of the 30 days before the list begins, as far as it is known today. */
async function readOwn(tx: Tx, shop: OwnShop, { entries, from }: PriceListInput): Promise<Map<string, Row>> {
  const { rows } = await tx.query<Row>(
    `select v.id, v.sku, v.price, v.compare_at as "compareAt", v.reference, ${lowestBefore('v', '$3::timestamptz')} as lowest
       from variant v join product p on p.id = v.product_id where p.shop_id = $1 and v.sku = any($2)`,
    [shop.id, entries.flatMap(({ sku }) => [sku, `${shop.slug}-${sku}`]), from],
  )
  return new Map(rows.map((row) => [row.sku, row]))
}

const falseOnes = (found: readonly Found[]): FalseDiscount[] =>
  found.flatMap(({ entry, row }) => {
    const judged = judgeDiscount({ price: entry.price, compareAt: entry.compareAt ?? null }, row)
    if (judged.honest) return []
    return [{ sku: entry.sku, lowest: judged.lowest === null ? null : toWire(money(judged.lowest, 'UZS')) }]
  })

/** At each of its times the shown prices follow; the sweep is the net under these jobs. */
async function tellTimes(tx: Tx, listId: string, times: readonly (Date | null)[]): Promise<void> {
  for (const at of times) {
    if (at === null) continue
    const seconds = Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000))
    await enqueue(tx, 'apply-price-list', `${listId}:${at.toISOString()}`, { listId }, { startAfterSeconds: seconds })
  }
}

/**
 * Prices for a time. Unknown and foreign SKUs are `unknown-skus`, all or none; an old price above what is true today is
 * `false-discount`, and the day the list begins it is looked at again.
 */
export const createPriceList = (
  input: PriceListInput,
  actor: Actor,
): Promise<Result<{ id: string }, PriceListRefusal>> =>
  transact(async (tx) => {
    const shop = await readOwnShop(tx, actor)
    if (shop === null) return fail('not-found')
    const to = input.to ?? null
    if (to !== null && (to <= input.from || to.getTime() <= Date.now())) return fail('not-in-future')
    const own = await readOwn(tx, shop, input)
    const rowOf = (sku: string) => own.get(sku) ?? own.get(`${shop.slug}-${sku}`)
    const unknown = input.entries.filter(({ sku }) => !rowOf(sku)).map(({ sku }) => sku)
    if (unknown.length > 0) return fail('unknown-skus', { skus: unknown })
    const found = input.entries.flatMap((entry): Found[] => {
      const row = rowOf(entry.sku)
      return row ? [{ entry, row }] : []
    })
    const discounts = falseOnes(found)
    if (discounts.length > 0) return fail('false-discount', { discounts })
    // The last word on a SKU that comes twice is the later one.
    const last = new Map(found.map(({ entry, row }) => [row.id, entry]))
    const entries = [...last].map(([variantId, entry]) => ({
      variantId,
      price: entry.price,
      compareAt: entry.compareAt ?? null,
    }))
    const { name, from } = input
    const id = await insertList(tx, { shopId: shop.id, name, from, to, by: actorId(actor), entries })
    await tellTimes(tx, id, [from, to])
    return ok({ id })
  })

/** Ends a list now, or takes back one that has not begun. `not-found`: a foreign one, or one that is over. */
export const endPriceList = (listId: string, actor: Actor): Promise<Result<true, 'not-found'>> =>
  transact(async (tx) => {
    const shop = await readOwnShop(tx, actor)
    if (shop === null || !(await stopList(tx, shop.id, listId))) return fail('not-found')
    await tellTimes(tx, listId, [new Date()])
    return ok(true)
  })
