import { z } from 'zod'
import { isLocale, type Locale } from '@/lib/i18n'
import { log } from '@/lib/kernel/log'
import { fail, ok } from '@/lib/kernel/result'
import { cancelOrder, getOrder, placeOrder, requestReturn } from '@/lib/order'
import {
  cancelOrderSchema,
  type Order,
  type OrderAccess,
  type PlacedOrder,
  placeOrderSchema,
  requestReturnSchema,
} from '@/lib/order/schema'
import { startPayment } from '@/lib/payment'
import { type Provider, providers } from '@/lib/payment/schema'
import type { Caller } from '../caller'
import { operation } from '../operation'
import { idParam } from '../wire'
import { orderShape, returnShape, toOrder, toReturn } from './order-shapes'

/** The first language that the buyer's program asks for, as far as we speak it. */
const localeOf = (request: Request): Locale => {
  const asked = (request.headers.get('accept-language') ?? '').slice(0, 2).toLowerCase()
  return isLocale(asked) ? asked : 'uz'
}

type CheckedOut = {
  order: ReturnType<typeof toOrder>
  payment: { provider: Provider; url: string | null }
  accessToken: string
}

const isRequested = ({ payments }: Order, provider: Provider) => payments.some((one) => one.provider === provider)

const checkedOut = ({ order, accessToken }: PlacedOrder, provider: Provider): CheckedOut => {
  const url = order.payments.find((payment) => payment.provider === provider)?.url ?? null
  return { order: toOrder(order), payment: { provider, url }, accessToken }
}

/** The order stands even if the provider cannot be reached: its page asks again. */
async function payUrl(orderId: PlacedOrder['orderId'], provider: Provider, locale: Locale): Promise<string | null> {
  try {
    const started = await startPayment(orderId, provider, locale)
    return started.ok ? started.value.url : null
  } catch (error) {
    log.error({ err: error, order: orderId, provider }, 'a payment did not start')
    return null
  }
}

/** A provider that has to be asked over the network is asked after the commit. */
async function askProvider(placed: PlacedOrder, provider: Provider, locale: Locale): Promise<CheckedOut> {
  const { orderId, accessToken } = placed
  const url = await payUrl(orderId, provider, locale)
  const order = await getOrder({ id: orderId }, { token: accessToken })
  if (!order) throw new Error('A placed order cannot be read')
  return { order: toOrder(order), payment: { provider, url }, accessToken }
}

export const checkoutCall = operation({
  id: 'checkout',
  method: 'POST',
  path: '/carts/{id}/checkout',
  tag: 'Order',
  summary: 'Turns the cart into an order, holds its goods and says where to pay',
  access: 'cart',
  limit: 'checkout',
  status: 201,
  idempotent: true,
  failures: [
    'not-found',
    'cart-closed',
    'empty-order',
    'out-of-stock',
    'below-minimum-order',
    'not-a-multiple',
    'price-changed',
    'address-required',
    'unknown-address',
    'unknown-delivery',
    'unknown-coupon',
    'coupon-exhausted',
    'coupon-used',
    'coupon-minimum',
    'coupon-not-for-these',
    'coupon-not-for-you',
    'amount-too-large',
    'cash-unavailable',
    'not-enough-credit',
    'wrong-credit',
  ],
  params: z.object({ id: idParam('crt') }),
  body: placeOrderSchema,
  answer: z.object({
    order: orderShape,
    payment: z.object({ provider: z.enum(providers), url: z.string().nullable() }),
    accessToken: z.string().meta({ description: 'Opens the order; told only here' }),
  }),
  async handler({ params: { id }, body, actor, request, key, settle }) {
    const locale = localeOf(request)
    const { provider } = body.payment
    let answer: CheckedOut | undefined
    const placed = await placeOrder({ ...body, cartId: id, locale, attempt: key }, actor, async (tx, placing) => {
      answer = isRequested(placing.order, provider) ? checkedOut(placing, provider) : undefined
      if (answer) await settle(tx, answer)
    })
    if (!placed.ok) return placed
    return ok(answer ?? (await askProvider(placed.value, provider, locale)))
  },
})

const accessOf = ({ actor, token }: Caller): OrderAccess => (token ? { token } : { actor })

const orderParams = z.object({ id: idParam('ord') })

export const getOrderCall = operation({
  id: 'getOrder',
  method: 'GET',
  path: '/orders/{id}',
  tag: 'Order',
  summary: 'The order; a shop key sees its own parcel only',
  access: 'order',
  limit: 'order',
  failures: ['not-found'],
  params: orderParams,
  answer: orderShape,
  async handler({ params: { id }, actor, token }) {
    const order = await getOrder({ id }, accessOf({ actor, token }))
    return order ? ok(toOrder(order)) : fail('not-found')
  },
})

export const cancelOrderCall = operation({
  id: 'cancelOrder',
  method: 'POST',
  path: '/orders/{id}/cancel',
  tag: 'Order',
  summary: 'Cancels the whole order before anything of it has left; frees its goods and gives the money back',
  access: 'order',
  limit: 'order',
  failures: ['not-found', 'already-shipped', 'completed'],
  params: orderParams,
  body: cancelOrderSchema,
  answer: orderShape,
  async handler({ params: { id }, actor, token, body: { reason } }) {
    const access = accessOf({ actor, token })
    const cancelled = await cancelOrder({ id }, access, reason)
    if (!cancelled.ok) return cancelled
    const order = await getOrder({ id }, access)
    return order ? ok(toOrder(order)) : fail('not-found')
  },
})

export const requestReturnCall = operation({
  id: 'requestReturn',
  method: 'POST',
  path: '/orders/{id}/returns',
  tag: 'Order',
  summary: 'Asks to send delivered goods back; their price stays in escrow until it is decided',
  access: 'order',
  limit: 'order',
  status: 201,
  failures: ['not-found', 'not-delivered', 'not-paid', 'return-too-large', 'return-too-late', 'nothing-to-refund'],
  params: orderParams,
  body: requestReturnSchema,
  answer: returnShape,
  async handler({ params: { id }, actor, token, body }) {
    const access = accessOf({ actor, token })
    const requested = await requestReturn({ ...body, orderId: id }, access)
    if (!requested.ok) return requested
    const order = await getOrder({ id }, access)
    const made = order?.returns.find((one) => one.id === requested.value.returnId)
    return made ? ok(toReturn(made)) : fail('not-found')
  },
})
