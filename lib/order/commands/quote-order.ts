import type { TakenCart } from '@/lib/cart'
import { quoteLines } from '@/lib/catalog'
import type { QuoteLine } from '@/lib/catalog/schema'
import type { Tx } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { sum, times } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { deliveryQuote, getShopsById } from '@/lib/seller'
import type { Shop } from '@/lib/seller/schema'
import type { QuotedLine, QuotedParcel } from '../domain/events'
import type { DeliveryMethod, PlaceOrderInput } from '../schema'

type Refusal = 'empty-order' | 'out-of-stock' | 'address-required' | 'unknown-delivery'

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
})

function toParcel(parcelId: Id<'par'>, shop: Shop, method: DeliveryMethod, lines: QuoteLine[]): QuotedParcel {
  const currency = lines[0]?.price.currency ?? 'UZS'
  const itemsTotal = sum(
    lines.map((line) => times(line.price, line.quantity)),
    currency,
  )
  const delivery = deliveryQuote(shop, method, itemsTotal)
  return { parcelId, shopId: shop.id, method, delivery, lines: lines.map(toLine) }
}

/** Ids of one order sort as its cart did. */
function parcelIds(): (index: number) => Id<'par'> {
  const base = newId('par').slice(4, -2)
  return (index) => `par_${base}${index.toString(16).padStart(2, '0')}`
}

/** Every shop of the cart has one method, and no other shop has any. */
function methodsOf(shops: Shop[], deliveries: PlaceOrderInput['deliveries']): Map<string, DeliveryMethod> | null {
  const methods = new Map(deliveries.map(({ shop, method }) => [shop, method]))
  const fits = methods.size === deliveries.length && methods.size === shops.length
  return fits && shops.every(({ slug }) => methods.has(slug)) ? methods : null
}

/** One parcel a shop, at this moment's prices, commissions and delivery fees; nothing of it comes from the form. */
export async function quoteOrder(
  tx: Tx,
  cart: TakenCart,
  input: Pick<PlaceOrderInput, 'deliveries' | 'address'>,
): Promise<Result<QuotedParcel[], Refusal>> {
  if (cart.lines.length === 0) return fail('empty-order')
  const quoted = await quoteLines(tx, cart.lines)
  if (!quoted.ok) return fail('out-of-stock', quoted.detail)
  const shops = await getShopsById(
    tx,
    quoted.value.map((line) => line.shopId),
  )
  const methods = methodsOf([...shops.values()], input.deliveries)
  if (!methods) return fail('unknown-delivery', { shops: [...shops.values()].map(({ slug }) => slug) })
  if (!input.address && [...methods.values()].some((method) => method !== 'pickup')) return fail('address-required')
  const idAt = parcelIds()
  const parcels = [...new Set(quoted.value.map((line) => line.shopId))].flatMap((shopId, index) => {
    const shop = shops.get(shopId)
    const method = shop && methods.get(shop.slug)
    const lines = quoted.value.filter((line) => line.shopId === shopId)
    return shop && method ? [toParcel(idAt(index), shop, method, lines)] : []
  })
  return ok(parcels)
}
