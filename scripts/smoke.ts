import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

// node scripts/run.mjs smoke <url>: is a served market alive, and can an order be placed through REST and paid?
const base = (process.argv[2] ?? 'http://localhost:3000').replace(/\/$/, '')
let passed = 0
const problems: string[] = []

async function check(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
    passed += 1
    console.log(`✓ ${name}`)
  } catch (error) {
    problems.push(name)
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const money = z.object({ amount: z.string(), currency: z.string() })
const list = z.object({
  items: z.array(z.object({ slug: z.string(), shop: z.object({ slug: z.string() }), inStock: z.boolean() })),
})
const product = z.object({ variants: z.array(z.object({ id: z.string(), inStock: z.boolean() })) })
const cart = z.object({
  id: z.string(),
  token: z.string().optional(),
  totals: z.object({ total: money }).partial().loose(),
})
const checkout = z.object({
  order: z.object({ id: z.string(), number: z.string(), total: money, parcels: z.array(z.unknown()) }),
  payment: z.object({ provider: z.string(), url: z.string() }),
  accessToken: z.string(),
})
const order = z.object({
  status: z.string(),
  paidTotal: money,
  total: money,
  parcels: z.array(z.object({ status: z.string() })),
})

async function call<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown, token?: string): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  const answer = await fetch(`${base}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return schema.parse(JSON.parse(text))
}

async function page(path: string, status: number, ...words: string[]): Promise<string> {
  const answer = await fetch(`${base}${path}`, { redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}`)
  for (const word of words) if (!text.includes(word)) throw new Error(`${path} does not say "${word}"`)
  return text
}

/** Two shops' goods in one cart, so that the payment is split. */
async function twoShops(): Promise<string[]> {
  const { items } = await call(list, 'GET', '/api/v1/products?limit=100')
  const first = items.find(({ inStock }) => inStock)
  const second = items.find(({ inStock, shop }) => inStock && shop.slug !== first?.shop.slug)
  if (!first || !second) throw new Error('no goods in stock from two shops')
  return Promise.all(
    [first, second].map(async ({ slug }) => {
      const { variants } = await call(product, 'GET', `/api/v1/products/${slug}`)
      return variants.find(({ inStock }) => inStock)?.id ?? ''
    }),
  )
}

async function placeOrder(): Promise<z.infer<typeof checkout>> {
  const variants = await twoShops()
  const { id, token = '' } = await call(cart, 'POST', '/api/v1/carts', {})
  for (const variantId of variants)
    await call(cart, 'POST', `/api/v1/carts/${id}/items`, { variantId, quantity: 1 }, token)
  const filled = await call(filledCart, 'GET', `/api/v1/carts/${id}`, undefined, token)
  const deliveries = filled.shops.map(({ shop }) => ({ shop: shop.slug, method: 'pickup' }))
  const body = {
    contact: { name: 'Smoke Test', phone: '+998901112233' },
    deliveries,
    payment: { provider: 'payme' },
    expectedTotal: filled.totals.items,
  }
  return call(checkout, 'POST', `/api/v1/carts/${id}/checkout`, body, token)
}

const filledCart = z.object({
  shops: z.array(z.object({ shop: z.object({ slug: z.string() }) })),
  totals: z.object({ items: money }),
})

/** The pay page of the simulator is a plain form: what its button sends is what a shopper's browser sends. */
async function pay(url: string): Promise<void> {
  const first = await fetch(new URL(url, base))
  const html = await first.text()
  if (!first.ok) throw new Error(`the pay page answered ${first.status}`)
  const form = /<form[^>]*>[\s\S]*?<\/form>/g
  const paying = (html.match(form) ?? []).find((text) => /value="pay"|name="outcome"|data-outcome="pay"/.test(text))
  if (!paying) throw new Error('the pay page has no form that pays')
  const body = new FormData()
  for (const [tag] of paying.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name && !/type="radio"/.test(tag)) body.append(name, decodeEntities(/value="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  const button = [...paying.matchAll(/<button[^>]*>/g)].map(([tag]) => tag).find((tag) => /value="pay"/.test(tag))
  const name = button ? /name="([^"]*)"/.exec(button)?.[1] : undefined
  if (name) body.append(name, 'pay')
  const action = /action="([^"]*)"/.exec(paying)?.[1]
  const target = new URL(action ? decodeEntities(action) : first.url, first.url)
  const answer = await fetch(target, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: new URL(base).origin },
  })
  if (answer.status >= 400) throw new Error(`paying answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
}

function decodeEntities(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

async function untilPaid(id: string, token: string): Promise<z.infer<typeof order>> {
  for (let tries = 0; ; tries += 1) {
    const found = await call(order, 'GET', `/api/v1/orders/${id}`, undefined, token)
    if (found.status === 'paid' || tries > 40) return found
    await pause(250)
  }
}

await check('health says ok', async () => void (await page('/api/health', 200, '"ok"')))
await check('the root leads to /uz', async () => void (await page('/', 308)))
for (const locale of ['uz', 'ru', 'en']) {
  await check(`the home page in ${locale}`, async () => void (await page(`/${locale}`, 200, `lang="${locale}"`, '<h1')))
}
await check('an unknown address is a real 404', async () => void (await page('/uz/p/there-is-no-such-thing', 404)))
await check('an order from two shops is placed, paid once and split', async () => {
  const placed = await placeOrder()
  if (placed.order.parcels.length !== 2) throw new Error(`${placed.order.parcels.length} parcels, not 2`)
  await pay(placed.payment.url)
  const paid = await untilPaid(placed.order.id, placed.accessToken)
  if (paid.status !== 'paid') throw new Error(`the order is ${paid.status}`)
  if (paid.paidTotal.amount !== paid.total.amount)
    throw new Error(`paid ${paid.paidTotal.amount} of ${paid.total.amount}`)
})
for (const problem of problems) console.error(`failed: ${problem}`)
console.log(`${passed} passed, ${problems.length} failed`)
process.exit(problems.length > 0 ? 1 : 0)
