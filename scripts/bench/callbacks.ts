import type { ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { clickKeys, playClick } from './callbacks-click'
import { playStripe, stripeKeys } from './callbacks-stripe'
import { inParallel } from './checkouts'
import { type Figure, figure, percentile } from './figure'
import { yardstickPort } from './pages'

export type PlacedOrder = { number: string; total: number }
type Call = { path: string; headers: Record<string, string>; body: string }
type Send = (call: Call) => Promise<string>
/** All callbacks of one paid order, one after the other; throws at a wrong answer. */
export type Play = (order: PlacedOrder, send: Send) => Promise<void>

const CLIENTS = 32
const ORDERS = 600
const PAYME_KEY = 'bench-key-0123456789-abcdefghijklmno'

/** Given to the web process: the bench plays the providers. */
export const callbackKeys = {
  PAYME_KEY,
  PAYME_LOGIN: 'Paycom',
  PAYME_ACCOUNT_FIELD: 'order_id',
  ...clickKeys,
  ...stripeKeys,
}

const headers = {
  authorization: `Basic ${Buffer.from(`Paycom:${PAYME_KEY}`).toString('base64')}`,
  'content-type': 'text/json; charset=UTF-8',
}

/** What Payme sends for a payment that goes well, with the repeats that it makes when an answer was lost. */
export const playPayme: Play = async ({ number, total }, send) => {
  const id = randomBytes(12).toString('hex')
  const order = { amount: total, account: { order_id: number } }
  const call = async (method: string, params: object) => {
    const body = JSON.stringify({ method, params, id: 1 })
    const answer = await send({ path: '/api/payments/payme', headers, body })
    if (!answer.includes('"result"')) throw new Error(`${method} was answered: ${answer.slice(0, 300)}`)
  }
  await call('CheckPerformTransaction', order)
  await call('CreateTransaction', { id, time: Date.now(), ...order })
  await call('PerformTransaction', { id })
  await call('PerformTransaction', { id })
  await call('CheckTransaction', { id })
}

/** A provider is one line here. */
const plays = (url: string): Record<string, Play> => ({ payme: playPayme, click: playClick, stripe: playStripe(url) })

/** Callbacks a second and their 99th percentile, beside a bare node:http that answers the same client at once. */
export async function measureCallbacks(base: string, url: string, yardstick: ChildProcess): Promise<Figure[]> {
  const figures: Figure[] = []
  const port = await yardstickPort(yardstick)
  const body = Buffer.from('{"jsonrpc":"2.0","id":1,"result":{"allow":true}}').toString('base64')
  yardstick.send({ body, headers: { 'content-type': 'application/json' } })
  await once(yardstick, 'message')
  for (const [provider, play] of Object.entries(plays(url))) {
    const orders = await inParallel(8, ORDERS, () => placeOrder(base, provider))
    await hit(orders.splice(0, 50), play, sender(base))
    const ours = await hit(orders, play, sender(base))
    const bare = await hit(orders, play, sender(`http://127.0.0.1:${port}`))
    figures.push(figure(`${provider} callbacks a second at ${CLIENTS}`, ours.rate, '/s', bare.rate))
    figures.push(figure(`${provider} callback, p99 at ${CLIENTS}`, ours.p99, 'ms', bare.p99))
  }
  return figures
}

const sender =
  (base: string): Send =>
  async ({ path, headers, body }) =>
    (await fetch(base + path, { method: 'POST', headers, body })).text()

export async function hit(orders: readonly PlacedOrder[], play: Play, send: Send) {
  const times: number[] = []
  const timed: Send = async (call) => {
    const from = performance.now()
    const answer = await send(call)
    times.push(performance.now() - from)
    return answer
  }
  const began = performance.now()
  await inParallel(CLIENTS, orders.length, async (at) => {
    const order = orders[at]
    if (order) await play(order, timed)
  })
  const rate = times.length / ((performance.now() - began) / 1000)
  times.sort((left, right) => left - right)
  return { rate, p99: percentile(times, 0.99) }
}

type Variant = { id: string; inStock: boolean; price: { amount: string } }
type Product = { variants: Variant[]; shop: { slug: string } }
/** Tiyin: what every provider takes. */
const MOST = 90_000_000
let goods: Promise<{ id: string; shop: string }[]> | undefined

async function sellable(base: string) {
  const { items } = await rest<{ items: { slug: string }[] }>(base, 'GET', '/products?limit=60')
  const products = await Promise.all(items.map(({ slug }) => rest<Product>(base, 'GET', `/products/${slug}`)))
  return products.flatMap(({ variants, shop }) =>
    variants.flatMap(({ id, inStock, price }) =>
      inStock && Number(price.amount) <= MOST ? [{ id, shop: shop.slug }] : [],
    ),
  )
}

async function placeOrder(base: string, provider: string): Promise<PlacedOrder> {
  goods ??= sellable(base)
  const list = await goods
  const chosen = list[Math.floor(Math.random() * list.length)]
  if (!chosen) throw new Error('nothing to sell')
  const { id, token } = await rest<{ id: string; token: string }>(base, 'POST', '/carts', {})
  await rest(base, 'POST', `/carts/${id}/items`, { variantId: chosen.id, quantity: 1 }, token)
  const wish = {
    contact: { name: 'Bench', phone: '+998901112233' },
    deliveries: [{ shop: chosen.shop, method: 'pickup' }],
    payment: { provider },
  }
  const path = `/carts/${id}/checkout`
  const placed = await rest<{ order: { number: string; total: { amount: string } } }>(base, 'POST', path, wish, token)
  return { number: placed.order.number, total: Number(placed.order.total.amount) }
}

async function rest<T>(base: string, method: string, path: string, body?: object, token?: string): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  if (token) headers['authorization'] = `Bearer ${token}`
  const answer = await fetch(`${base}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}
