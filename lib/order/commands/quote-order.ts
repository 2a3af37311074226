import { quoteLines } from '@/lib/catalog'
import type { QuoteLine } from '@/lib/catalog/schema'
import type { TakenCart } from '@/lib/cart'
import type { Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
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
  commissionBp: line.commissionBp,
})

function toParcel(shop: Shop, method: DeliveryMethod, lines: QuoteLine[]): QuotedParcel {
  const currency = lines[0]?.price.currency ?? 'UZS'
  const itemsTotal = sum(
    lines.map((line) => times(line.price, line.quantity)),
    currency,
  )
  const delivery = deliveryQuote(shop, method, itemsTotal)
  return { parcelId: newId('par'), shopId: shop.id, method, delivery, lines: lines.map(toLine) }
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
  const byShop = Map.groupBy(quoted.value, (line) => line.shopId)
  const shops = await getShopsById(tx, [...byShop.keys()])
  const methods = methodsOf([...shops.values()], input.deliveries)
  if (!methods) return fail('unknown-delivery', { shops: [...shops.values()].map(({ slug }) => slug) })
  if (!input.address && [...methods.values()].some((method) => method !== 'pickup')) return fail('address-required')
  const parcels = [...byShop].flatMap(([shopId, lines]) => {
    const shop = shops.get(shopId)
    const method = shop && methods.get(shop.slug)
    return shop && method ? [toParcel(shop, method, lines)] : []
  })
  return ok(parcels)
}
