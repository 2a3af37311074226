import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { findProduct } from './fixtures'

export const buyer = { name: 'Gulnora Yoʻldosheva', phone: '+998901234567' }

export type Placed = { id: string; number: string; accessToken: string; url: string }

type Cart = { id: string; token: string }
type Answer = { order: { id: string; number: string }; accessToken: string; payment: { url: string } }

const post = async (request: APIRequestContext, path: string, data: unknown, token?: string) => {
  const headers = { 'idempotency-key': randomUUID(), ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  const answer = await request.post(path, { data, headers })
  expect(answer.status(), `${path}: ${await answer.text()}`).toBeLessThan(300)
  return answer.json() as Promise<unknown>
}

/** An order without a browser: what the test is not about is done by the same commands over REST. */
export async function placeOrder(
  request: APIRequestContext,
  shops: readonly string[],
  provider: 'cash' | 'payme' | 'click' = 'cash',
): Promise<Placed> {
  const { id, token } = (await post(request, '/api/v1/carts', {})) as Cart
  for (const shop of shops) {
    const { variantId } = await findProduct(request, shop)
    await post(request, `/api/v1/carts/${id}/items`, { variantId, quantity: 1 }, token)
  }
  const body = {
    contact: buyer,
    deliveries: shops.map((shop) => ({ shop, method: 'pickup' })),
    payment: { provider },
    expectedTotal: await itemsTotal(request, id, token),
  }
  const placed = (await post(request, `/api/v1/carts/${id}/checkout`, body, token)) as Answer
  return { ...placed.order, accessToken: placed.accessToken, url: placed.payment.url }
}

async function itemsTotal(request: APIRequestContext, id: string, token: string) {
  const answer = await request.get(`/api/v1/carts/${id}`, { headers: { authorization: `Bearer ${token}` } })
  const cart = (await answer.json()) as { totals: { items: { amount: string; currency: string } } }
  return cart.totals.items
}
