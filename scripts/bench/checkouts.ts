import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Figure, figure, percentile } from './figure'
import { measureRawOrders } from './raw-orders'

type Cart = { id: string; token: string; shops: string[]; total: { amount: string; currency: string } }

/** Orders of two lines from two shops, placed through REST; carts are filled before the clock runs. */
export async function measureCheckouts(base: string, url: string, clients: number): Promise<Figure[]> {
  const orders = clients * 20 + 100
  const pairs = await variantPairs(url)
  const carts = await inParallel(clients, orders, (at) => fillCart(base, pairs[at % pairs.length] ?? []))
  const times: number[] = []
  const began = performance.now()
  await inParallel(clients, orders, async (at) => {
    const cart = carts[at]
    if (!cart) return
    const from = performance.now()
    await checkOut(base, cart)
    times.push(performance.now() - from)
  })
  const rate = orders / ((performance.now() - began) / 1000)
  times.sort((left, right) => left - right)
  const bare = await measureRawOrders(url, pairs, clients, orders)
  return [
    figure(`checkouts a second at ${clients}`, rate, '/s', bare),
    figure(`checkout, p99 at ${clients}`, percentile(times, 0.99), 'ms'),
  ]
}

/** Stock is filled up first: the bench must not end because something is sold out. */
async function variantPairs(url: string): Promise<string[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('update stock_item set on_hand = 1000000')
  const { rows } = await client.query<{ id: string; shop: string }>(
    `select v.id, p.shop_id as shop from variant v join product p on p.id = v.product_id
      where p.status = 'active' order by md5(v.id) limit 400`,
  )
  await client.end()
  return rows.flatMap((row, at) => {
    const other = rows.slice(at + 1).find(({ shop }) => shop !== row.shop)
    return other ? [[row.id, other.id]] : []
  })
}

async function fillCart(base: string, variants: string[]): Promise<Cart> {
  const { id, token } = await send<{ id: string; token: string }>(base, 'POST', '/carts', {})
  let filled: FilledCart | undefined
  for (const variantId of variants) {
    filled = await send<FilledCart>(base, 'POST', `/carts/${id}/items`, { variantId, quantity: 1 }, token)
  }
  if (!filled) throw new Error('an empty cart')
  return { id, token, shops: filled.shops.map(({ shop }) => shop.slug), total: filled.totals.items }
}

type FilledCart = { shops: { shop: { slug: string } }[]; totals: { items: Cart['total'] } }

async function checkOut(base: string, { id, token, shops, total }: Cart): Promise<void> {
  const body = {
    contact: { name: 'Bench', phone: '+998901112233' },
    deliveries: shops.map((shop) => ({ shop, method: 'pickup' })),
    payment: { provider: 'cash' },
    expectedTotal: total,
  }
  await send(base, 'POST', `/carts/${id}/checkout`, body, token)
}

async function send<T>(base: string, method: string, path: string, body: unknown, token?: string): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  if (token) headers.authorization = `Bearer ${token}`
  const answer = await fetch(`${base}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

export async function inParallel<T>(clients: number, count: number, work: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let at = next++; at < count; at = next++) results[at] = await work(at)
    }),
  )
  return results
}
