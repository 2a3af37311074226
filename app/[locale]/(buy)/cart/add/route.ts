import { z } from 'zod'
import { actorFromRequest, isSameOrigin, keepCart } from '@/lib/auth'
import { addItem, type CartRef, countCart, createCart } from '@/lib/cart'
import { type Cart, quantitySchema } from '@/lib/cart/schema'
import { defaultLocale, isLocale } from '@/lib/i18n'

const formSchema = z.object({
  variantId: z.string().min(1).max(64),
  quantity: z.preprocess(
    (value) => (value === undefined || value === '' ? null : Number(value)),
    quantitySchema.nullable(),
  ),
  /** “Buy now” goes on to checkout; every other button to the cart. */
  then: z.literal('checkout').optional().catch(undefined),
})

type Context = { params: Promise<{ locale: string }> }
type Answer = {
  status: 200 | 400 | 403 | 409
  count: number
  page?: 'cart' | 'checkout'
  cart?: Cart
  variantId?: string
}

/** What went in, as counters are told of it. */
function itemOf({ cart, variantId }: Answer, locale: string) {
  const group = cart?.shops.find(({ items }) => items.some((one) => one.variantId === variantId))
  const item = group?.items.find((one) => one.variantId === variantId)
  if (group === undefined || item === undefined) return null
  const title = (isLocale(locale) ? item.title[locale] : undefined) ?? item.title.uz ?? item.sku
  return { sku: item.sku, title, price: item.price.amount / 100, quantity: 1, shop: group.shop.slug }
}

/** A guest without an open cart gets one here, with the first thing that goes into it. */
async function addTo(ref: CartRef, variantId: string, quantity: number | null): Promise<Answer> {
  const added = await addItem(ref, variantId, quantity)
  if (added.ok) return { status: 200, count: added.value.count, cart: added.value }
  const isGuest = !('kind' in ref) || ref.kind === 'guest'
  const gone = added.code === 'cart-closed' || (added.code === 'not-found' && (await countCart(ref)) === 0)
  if (!isGuest || !gone) return { status: 409, count: await countCart(ref) }
  const { id, token } = await createCart()
  const again = await addItem({ id, token }, variantId, quantity)
  if (!again.ok) return { status: 409, count: 0 }
  await keepCart(token)
  return { status: 200, count: again.value.count, cart: again.value }
}

async function answer(request: Request): Promise<Answer> {
  if (!isSameOrigin(request)) return { status: 403, count: 0 }
  const form = await request.formData().catch(() => null)
  const input = formSchema.safeParse(form === null ? null : Object.fromEntries(form))
  if (!input.success) return { status: 400, count: 0 }
  const { variantId, quantity, then = 'cart' } = input.data
  return { ...(await addTo(await actorFromRequest(request), variantId, quantity)), page: then, variantId }
}

/** The form of every card and product page: adds, then leads to the cart or to checkout; a script asks for JSON and stays. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const answered = await answer(request)
  const { status, count, page = 'cart' } = answered
  const headers = { 'Cache-Control': 'private, no-store' }
  if (request.headers.get('accept')?.includes('application/json') === true)
    return Response.json({ count, item: itemOf(answered, locale) }, { status, headers })
  const target = `/${isLocale(locale) ? locale : defaultLocale}/${status === 200 ? page : 'cart?missed=1'}`
  return new Response(null, { status: 303, headers: { ...headers, Location: target } })
}
