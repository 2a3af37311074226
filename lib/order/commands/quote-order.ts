import type { TakenCart } from '@/lib/cart'
import { quoteGoods, withCommission } from '@/lib/catalog'
import type { GoodsLine, QuoteLine, ShopRef } from '@/lib/catalog/schema'
import type { Tx } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { sum, times } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type QuantityProblem, quantityProblem } from '@/lib/price/schema'
import { deliveryQuote } from '@/lib/seller'
import type { QuotedLine, QuotedParcel } from '../domain/events'
import type { DeliveryMethod, PlaceOrderInput } from '../schema'

type Refusal = 'empty-order' | 'out-of-stock' | 'address-required' | 'unknown-delivery' | QuantityProblem

const toLine = (line: QuoteLine): QuotedLine => ({
  lineId: newId('lin'),
  variantId: line.variantId,
  productId: line.productId,
  sku: line.sku,
  title: line.title,
  options: line.options,
  image: line.image,
  quantity: line.quantity,
  price: line.price,
  commissionBp: line.commissionRule.bp,
  commissionRule: line.commissionRule,
  ...(line.parts && { parts: line.parts }),
})

function toParcel(parcelId: Id<'par'>, method: DeliveryMethod, lines: [QuoteLine, ...QuoteLine[]]): QuotedParcel {
  const { shopId, terms, price } = lines[0]
  const { currency } = price
  const itemsTotal = sum(
    lines.map((line) => times(line.price, line.quantity)),
    currency,
  )
  const delivery = deliveryQuote(terms, method, itemsTotal)
  return { parcelId, shopId, method, delivery, lines: lines.map(toLine) }
}

/** Ids of one order sort as its cart did. */
function parcelIds(): (index: number) => Id<'par'> {
  const base = newId('par').slice(4, -2)
  return (index) => `par_${base}${index.toString(16).padStart(2, '0')}`
}

/** Every shop of the cart has one method, and no other shop has any. */
function methodsOf(slugs: string[], deliveries: PlaceOrderInput['deliveries']): Map<string, DeliveryMethod> | null {
  const methods = new Map(deliveries.map(({ shop, method }) => [shop, method]))
  const fits = methods.size === deliveries.length && methods.size === slugs.length
  return fits && slugs.every((slug) => methods.has(slug)) ? methods : null
}

const byShop = (lines: QuoteLine[]) =>
  [...new Set(lines.map((line) => line.shopId))].flatMap((shopId): [QuoteLine, ...QuoteLine[]][] => {
    const [first, ...rest] = lines.filter((line) => line.shopId === shopId)
    return first ? [[first, ...rest]] : []
  })

/** The cart refuses such quantities; a rule that came later is met here. */
function unfitQuantity(lines: readonly GoodsLine[]) {
  for (const { variantId, quantity, minOrder, multiple } of lines) {
    const problem = quantityProblem({ minOrder, multiple }, quantity)
    if (problem) return fail(problem, { variantId, minOrder, multiple })
  }
  return null
}

/** One parcel a shop, at this moment's prices, commissions and delivery fees; nothing of it comes from the form. */
export async function quoteOrder(
  tx: Tx,
  cart: TakenCart,
  input: Pick<PlaceOrderInput, 'deliveries' | 'address'>,
): Promise<Result<{ parcels: QuotedParcel[]; shops: ShopRef[]; categories: Map<string, string[]> }, Refusal>> {
  if (cart.lines.length === 0) return fail('empty-order')
  const goods = await quoteGoods(tx, cart.lines)
  if (!goods.ok) return fail('out-of-stock', goods.detail)
  const unfit = unfitQuantity(goods.value)
  if (unfit) return unfit
  const shops = byShop(await withCommission(tx, goods.value))
  const slugs = shops.map(([{ shopSlug }]) => shopSlug)
  const methods = methodsOf(slugs, input.deliveries)
  if (!methods) return fail('unknown-delivery', { shops: slugs })
  if (!input.address && [...methods.values()].some((method) => method !== 'pickup')) return fail('address-required')
  const idAt = parcelIds()
  const parcels = shops.flatMap((lines, index) => {
    const method = methods.get(lines[0].shopSlug)
    return method ? [toParcel(idAt(index), method, lines)] : []
  })
  const categories = new Map(goods.value.map((line) => [line.variantId, line.categoryIds]))
  return ok({
    parcels,
    categories,
    shops: shops.map(([{ shopId: id, shopSlug: slug, shopName: name }]) => ({ id, slug, name })),
  })
}
