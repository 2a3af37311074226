import { z } from 'zod'
import { addItem, createCart, getCart, removeItem, setQuantity } from '@/lib/cart'
import { addItemSchema, type Cart, setQuantitySchema } from '@/lib/cart/schema'
import { pick } from '@/lib/format'
import { defaultLocale } from '@/lib/i18n'
import { money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { operation } from '../operation'
import { idParam, moneyShape, shopLinkShape, wire } from '../wire'
import { partsShape, toParts } from './bundle-shape'

const totalsShape = z.object({ items: moneyShape, count: z.number() })

const itemShape = z
  .object({
    id: z.string(),
    variantId: z.string(),
    productSlug: z.string(),
    sku: z.string(),
    title: z.string(),
    options: z.record(z.string(), z.string()),
    shop: shopLinkShape,
    price: moneyShape.meta({ description: 'Of one of so many: a quantity tier may make it less' }),
    quantity: z.number(),
    minOrder: z.number(),
    multiple: z.number(),
    available: z.number().meta({ description: 'How many can be bought now' }),
    total: moneyShape,
    parts: partsShape,
  })
  .meta({ id: 'CartItem' })

const cartShape = z
  .object({
    id: z.string(),
    status: z.enum(['open', 'ordered', 'merged']),
    items: z.array(itemShape),
    shops: z.array(
      z.object({
        shop: shopLinkShape,
        itemsTotal: moneyShape,
        delivery: z.object({ pickup: moneyShape, courier: moneyShape, post: moneyShape }),
        freeFrom: moneyShape.nullable(),
      }),
    ),
    totals: totalsShape,
    orderId: z.string().nullable(),
  })
  .meta({ id: 'Cart' })

type WireItem = z.input<typeof itemShape>

const itemsOf = ({ shop: { slug, name }, items }: Cart['shops'][number]): WireItem[] =>
  items.map((item) => ({
    id: item.id,
    variantId: item.variantId,
    productSlug: item.productSlug,
    sku: item.sku,
    title: pick(item.title, defaultLocale),
    options: item.options,
    shop: { slug, name },
    price: wire(item.price),
    quantity: item.quantity,
    minOrder: item.minOrder,
    multiple: item.multiple,
    available: item.available,
    total: wire(item.total),
    parts: toParts(item.parts, defaultLocale),
  }))

const shopOf = ({ shop, itemsTotal, courierFee, postFee, freeFrom }: Cart['shops'][number]) => ({
  shop: { slug: shop.slug, name: shop.name },
  itemsTotal: wire(itemsTotal),
  delivery: { pickup: wire(money(0, courierFee.currency)), courier: wire(courierFee), post: wire(postFee) },
  freeFrom: freeFrom && wire(freeFrom),
})

const toCart = (cart: Cart): z.input<typeof cartShape> => ({
  id: cart.id,
  status: cart.status,
  items: cart.shops.flatMap(itemsOf),
  shops: cart.shops.map(shopOf),
  totals: { items: wire(cart.itemsTotal), count: cart.count },
  orderId: cart.orderId,
})

const answered = (result: Result<Cart, string>) => (result.ok ? ok(toCart(result.value)) : result)

const cartParams = z.object({ id: idParam('crt') })
const itemParams = z.object({ id: idParam('crt'), itemId: z.string().regex(/^(?:cit|var)_[0-9a-z]{1,40}$/) })

const common = { tag: 'Cart', access: 'cart', limit: 'cart', answer: cartShape } as const
const quantityProblems = ['below-minimum-order', 'not-a-multiple'] as const
const changing = { ...common, failures: ['not-found', 'cart-closed'] } as const

export const createCartCall = operation({
  id: 'createCart',
  method: 'POST',
  path: '/carts',
  tag: 'Cart',
  summary: 'A new empty cart; its token opens it in later calls and is told only here',
  access: 'public',
  limit: 'cart',
  status: 201,
  body: z.strictObject({}),
  bodyOptional: true,
  answer: z.object({ id: z.string(), token: z.string(), items: z.array(itemShape), totals: totalsShape }),
  async handler() {
    const { id, token } = await createCart()
    return ok({ id, token, items: [], totals: { items: wire(money(0, 'UZS')), count: 0 } })
  },
})

export const getCartCall = operation({
  ...common,
  id: 'getCart',
  method: 'GET',
  path: '/carts/{id}',
  summary: 'The cart at the prices of this moment',
  failures: ['not-found'],
  params: cartParams,
  async handler({ params: { id }, token }) {
    const cart = await getCart({ id, token: token ?? '' })
    return cart ? ok(toCart(cart)) : fail('not-found')
  },
})

export const addItemCall = operation({
  ...changing,
  id: 'addCartItem',
  method: 'POST',
  path: '/carts/{id}/items',
  summary: 'Puts a variant into the cart; more of what is there adds up',
  failures: ['not-found', 'cart-closed', 'cart-full', ...quantityProblems],
  params: cartParams,
  body: addItemSchema,
  handler: async ({ params: { id }, token, body }) =>
    answered(await addItem({ id, token: token ?? '' }, body.variantId, body.quantity)),
})

export const setQuantityCall = operation({
  ...changing,
  id: 'setCartItemQuantity',
  method: 'PATCH',
  path: '/carts/{id}/items/{itemId}',
  summary: 'Sets how many',
  failures: ['not-found', 'cart-closed', ...quantityProblems],
  params: itemParams,
  body: setQuantitySchema,
  handler: async ({ params: { id, itemId }, token, body }) =>
    answered(await setQuantity({ id, token: token ?? '' }, itemId, body.quantity)),
})

export const removeItemCall = operation({
  ...changing,
  id: 'removeCartItem',
  method: 'DELETE',
  path: '/carts/{id}/items/{itemId}',
  summary: 'Takes an item out',
  params: itemParams,
  handler: async ({ params: { id, itemId }, token }) => answered(await removeItem({ id, token: token ?? '' }, itemId)),
})
