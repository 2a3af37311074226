import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'
import { money, share } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import type { AttributeValue, BulkWish, ProductPatch, ProductStatus, SellerProduct } from '../schema'
import type { ProductRefusal } from './create-product'
import { type StockRefusal, setStock } from './put-stock'
import { changeProduct } from './update-product'

export type BulkTarget = { productId: string; sku: string }

/** What an action changes, as it stands. `words` is a digest of all that somebody has looked at before it was shown. */
export type BulkState = {
  status?: ProductStatus
  words?: string
  price?: number
  compareAt?: number | null
  stock?: number
  category?: string
  attributes?: Record<string, AttributeValue>
}

type Kind = BulkWish['kind']
type Refusal = ProductRefusal | StockRefusal

export const isOfState = (kind: Kind) => kind === 'pause' || kind === 'activate' || kind === 'archive'

const wordsOf = ({ title, description, images, attributes, category, brand, origin, video, variants }: SellerProduct) =>
  createHash('sha256')
    .update(JSON.stringify([title, description, images, attributes, category, brand, origin, video]))
    .update(JSON.stringify(variants.map(({ sku, options, ikpu, gtin }) => [sku, options, ikpu, gtin])))
    .digest('base64url')

export function stateOf(product: SellerProduct, sku: string, kind: Kind): BulkState | null {
  if (isOfState(kind)) return { status: product.status, words: wordsOf(product) }
  if (kind === 'category') return { category: product.category, attributes: product.attributes }
  const variant = product.variants.find((one) => one.sku === sku)
  if (!variant) return null
  if (kind === 'stock') return { stock: variant.stock }
  return { price: variant.price.amount, compareAt: variant.compareAtPrice?.amount ?? null }
}

/** The product, held until the transaction ends. */
export async function holdProduct(tx: Tx, productId: string, actor: Actor): Promise<SellerProduct | null> {
  await tx.query('select from product where id = $1 for update', [productId])
  return getSellerProduct(productId, actor, tx)
}

const wire = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })

const priced = (sku: string, price: number, compareAt?: number | null): ProductPatch => ({
  variants: [
    {
      sku,
      price: wire(price),
      ...(compareAt !== undefined && { compareAtPrice: compareAt === null ? null : wire(compareAt) }),
    },
  ],
})

const SOM = 100

/** Whole soʻm, and never nothing. */
const moved = (price: number, basisPoints: number): number =>
  Math.max(Math.round(share(money(price, 'UZS'), 10_000 + basisPoints).amount / SOM), 1) * SOM

const states = { pause: 'paused', activate: 'active', archive: 'archived' } as const

/** What the wish makes of one row; null: it is so already. */
function patchOf(wish: BulkWish, now: BulkState, { sku }: BulkTarget): ProductPatch | null {
  if (wish.kind === 'category') return now.category === wish.category ? null : { category: wish.category }
  if (wish.kind === 'price') {
    const [before, price] = [now.price ?? 0, moved(now.price ?? 0, wish.basisPoints)]
    return price === before ? null : priced(sku, price, wish.strike && price < before ? before : undefined)
  }
  if (wish.kind === 'stock') return null
  return now.status === states[wish.kind] ? null : { status: states[wish.kind] }
}

type Made = { before: BulkState; after: BulkState }

/** Does to one row what the wish says, by the same commands as its form does. Joins the caller's transaction. */
export async function changeRow(
  tx: Tx,
  target: BulkTarget,
  wish: BulkWish,
  actor: Actor,
): Promise<Result<Made, Refusal>> {
  const product = await holdProduct(tx, target.productId, actor)
  const before = product && stateOf(product, target.sku, wish.kind)
  if (!before) return fail('not-found')
  if (wish.kind === 'stock') {
    const put = await setStock(tx, [{ sku: target.sku, quantity: wish.quantity }], actor)
    return put.ok ? ok({ before, after: { stock: wish.quantity } }) : put
  }
  const patch = patchOf(wish, before, target)
  if (patch === null) return ok({ before, after: before })
  const changed = await changeProduct(tx, target.productId, patch, actor)
  if (!changed.ok) return changed
  return ok({ before, after: stateOf(changed.value, target.sku, wish.kind) ?? before })
}

/** Puts back what was before. Joins the caller's transaction, which has seen that nothing has changed since. */
export async function restoreRow(
  tx: Tx,
  { productId, sku }: BulkTarget,
  before: BulkState,
  actor: Actor,
): Promise<Result<unknown, Refusal>> {
  const { status, price, compareAt, stock, category, attributes } = before
  if (stock !== undefined) return setStock(tx, [{ sku, quantity: stock }], actor)
  if (status !== undefined) return changeProduct(tx, productId, {}, actor, status)
  const patch = price === undefined ? { category, attributes } : priced(sku, price, compareAt ?? null)
  return changeProduct(tx, productId, patch, actor)
}
