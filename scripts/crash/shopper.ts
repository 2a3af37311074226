import { randomUUID } from 'node:crypto'
import { patiently } from './patient'
import { type Book, payWithClick, payWithPayme } from './providers'

export type Acknowledged = { id: string; number: string; token: string; cart: string; key: string; body: string }
type Wire = { amount: string; currency: string }
export type Goods = { variantId: string; shop: string }

const json = (token?: string) => ({
  'content-type': 'application/json',
  ...(token ? { authorization: `Bearer ${token}` } : {}),
})

/** A retried line would be two lines: a cart that died half-filled is left behind, as a shopper would leave it. */
async function fillCart(bases: readonly string[], goods: readonly Goods[]) {
  const path = '/api/v1/carts'
  const post = (to: string, body: object, token?: string) =>
    patiently(bases, {
      method: 'POST',
      path: to,
      headers: { ...json(token), 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
  const { id, token } = (await post(path, {})).body as { id: string; token: string }
  for (const { variantId } of goods) await post(`${path}/${id}/items`, { variantId, quantity: 1 }, token)
  const filled = await patiently(bases, { method: 'GET', path: `${path}/${id}`, headers: json(token) })
  const { shops, totals } = filled.body as { shops: { shop: { slug: string } }[]; totals: { items: Wire } }
  return { id, token, shops: shops.map(({ shop }) => shop.slug), total: totals.items }
}

export function checkout(bases: readonly string[], cart: string, token: string, key: string, body: string) {
  const headers = { ...json(token), 'idempotency-key': key }
  return patiently(bases, { method: 'POST', path: `/api/v1/carts/${cart}/checkout`, headers, body })
}

/** One shopper: fills a cart, orders, pays, and sometimes changes their mind. Answers what was acknowledged. */
export async function shop(
  bases: readonly string[],
  goods: readonly Goods[],
  book: Book,
): Promise<Acknowledged & { cartToken: string }> {
  const cart = await fillCart(bases, goods)
  const provider = Math.random() < 0.5 ? 'payme' : 'click'
  const body = JSON.stringify({
    contact: { name: 'Crash Test', phone: '+998901112233' },
    deliveries: cart.shops.map((slug) => ({ shop: slug, method: 'pickup' })),
    payment: { provider },
    expectedTotal: cart.total,
  })
  const key = randomUUID()
  const placed = await checkout(bases, cart.id, cart.token, key, body)
  if (placed.status !== 201) throw new Error(`A checkout answered ${placed.status} ${JSON.stringify(placed.body)}`)
  const { order, accessToken } = placed.body as {
    order: { id: string; number: string; total: Wire }
    accessToken: string
  }
  const amount = Number(order.total.amount)
  const pay = provider === 'payme' ? payWithPayme : payWithClick
  if (Math.random() < 0.9) await pay(bases, order.number, amount, book)
  if (Math.random() < 0.25) {
    const headers = { ...json(accessToken), 'idempotency-key': randomUUID() }
    const reason = JSON.stringify({ reason: 'changed my mind' })
    await patiently(bases, { method: 'POST', path: `/api/v1/orders/${order.id}/cancel`, headers, body: reason })
  }
  return { id: order.id, number: order.number, token: accessToken, cart: cart.id, cartToken: cart.token, key, body }
}
