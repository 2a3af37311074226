import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createKey } from '@/lib/seller'
import { calls } from './operations'

// No Next here: only its cache of the tree of categories is missed.
vi.mock('next/cache', () => ({ cacheLife: () => {}, cacheTag: () => {} }))

const json = { 'Content-Type': 'application/json' }

type Wire = Record<string, unknown> & {
  id: string
  token: string
  code: string
  items: { id: string; sku: string; total: { amount: string } }[]
}

async function send(
  name: keyof typeof calls,
  {
    params = {},
    body,
    token,
    query = '',
    headers = {},
  }: {
    params?: Record<string, string>
    body?: unknown
    token?: string
    query?: string
    headers?: Record<string, string>
  },
) {
  const { method } = calls[name]
  const request = new Request(`http://shop.test/api/v1${query}`, {
    method,
    headers: { ...json, ...headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await calls[name].serve(request, params)
  const answer = (await response.json()) as Wire
  const parsed = response.ok ? calls[name].answer.safeParse(answer) : undefined
  expect(parsed?.error, `${name}: ${JSON.stringify(answer).slice(0, 800)}`).toBeUndefined()
  return { status: response.status, answer, headers: response.headers }
}

let key = ''
const product = (sku: string) => ({
  title: { uz: 'Choynak', en: 'Teapot' },
  category: 'teapots',
  variants: [{ sku, options: {}, price: { amount: '15000000', currency: 'UZS' }, stock: 5 }],
  status: 'active',
})

beforeAll(async () => {
  await testDb()
  await sql.query(
    `insert into category (id, slug, name, path) values ('cat_1', 'teapots', '{"uz":"Choynaklar"}', '{teapots}')`,
  )
  await sql.query(
    `insert into shop (id, slug, name, description, trusted, region_code, since)
     values ('sho_1', 'rishton', 'Rishton', '{}', true, 1, 2020), ('sho_2', 'other', 'Other', '{}', true, 1, 2020)`,
  )
  const made = await createKey('rishton')
  if (!made.ok) throw new Error(made.code)
  key = made.value.key
})

afterAll(dropTestDbs)

it('a shop publishes, a buyer orders by cash, the shop delivers', async () => {
  const created = await send('createProduct', { body: product('TEA-1'), token: key })
  expect(created.status).toBe(201)
  const slug = String(created.answer['slug'])
  expect((await send('createProduct', { body: product('TEA-1'), token: key })).answer.code).toBe('sku-taken')
  const shown = await send('getProduct', { params: { slug } })
  expect(shown.answer).toMatchObject({ price: { amount: '15000000', currency: 'UZS' }, inStock: true })
  const found = await send('listProducts', { query: '?category=teapots&limit=1' })
  expect(found.answer.items).toHaveLength(1)
  expect((await send('listCategories', {})).answer.items).toHaveLength(1)
  expect((await send('getShop', { params: { slug: 'rishton' } })).answer).toMatchObject({ productCount: 1 })

  const cart = (await send('createCart', {})).answer
  const at = { params: { id: cart.id }, token: cart.token }
  const variantId = (shown.answer['variants'] as { id: string }[])[0]?.id ?? ''
  const filled = await send('addItem', { ...at, body: { variantId, quantity: 2 } })
  expect(filled.answer.items[0]?.total.amount).toBe('30000000')
  expect((await send('getCart', { ...at, token: 'other' })).status).toBe(404)
  expect((await send('addItem', { ...at, body: { variantId: 'var_0', quantity: 1 } })).status).toBe(404)

  const body = {
    contact: { name: 'Aziza', phone: '+998901234567' },
    deliveries: [{ shop: 'rishton', method: 'pickup' }],
    payment: { provider: 'cash' },
  }
  const wrong = { ...body, expectedTotal: { amount: '1', currency: 'UZS' } }
  const refused = await send('checkout', { ...at, body: wrong, headers: { 'Idempotency-Key': 'a' } })
  expect(refused.answer).toMatchObject({ status: 409, code: 'price-changed', total: { amount: '30000000' } })
  const once = { ...at, body, headers: { 'Idempotency-Key': 'b' } }
  const placed = await send('checkout', once)
  expect(placed.status, JSON.stringify(placed.answer)).toBe(201)
  const again = await send('checkout', once)
  expect(again.answer).toEqual(placed.answer)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect((await send('addItem', { ...at, body: { variantId, quantity: 1 } })).answer.code).toBe('cart-closed')

  const order = placed.answer['order'] as { id: string; parcels: { id: string }[] }
  const token = String(placed.answer['accessToken'])
  const params = { id: order.id }
  expect((await send('getOrder', { params, token })).answer).toMatchObject({ status: 'placed' })
  expect((await send('getOrder', { params, token: key })).answer).toMatchObject({ id: order.id })
  expect((await send('getOrder', { params, token: 'other' })).status).toBe(404)
  const other = await createKey('other')
  expect((await send('getOrder', { params, token: other.ok ? other.value.key : '' })).status).toBe(404)

  const parcel = { params: { id: order.parcels[0]?.id ?? '' }, token: key }
  expect((await send('listParcels', { token: key })).answer.items).toHaveLength(1)
  expect((await send('deliverParcel', parcel)).answer.code).toBe('wrong-status')
  for (const name of ['confirmParcel', 'packParcel'] as const) expect((await send(name, parcel)).status).toBe(200)
  const shipped = await send('shipParcel', { ...parcel, body: { tracking: 'UZ1' } })
  expect(shipped.answer).toMatchObject({ status: 'shipped', tracking: 'UZ1' })
  const late = await send('cancelOrder', { params, token, body: { reason: 'too late' } })
  expect([late.status, late.answer.code]).toEqual([409, 'already-shipped'])
  expect((await send('deliverParcel', parcel)).answer).toMatchObject({ status: 'delivered' })
})

it('a bundle says in cart and order what it consists of', async () => {
  for (const sku of ['CUP', 'TRAY']) await send('createProduct', { body: product(sku), token: key })
  const parts = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'TRAY', quantity: 1 },
  ]
  const set = { ...product('SET'), variants: [{ ...product('SET').variants[0], stock: 0, bundle: parts }] }
  const made = (await send('createProduct', { body: set, token: key })).answer
  const cart = (await send('createCart', {})).answer
  const variantId = (made['variants'] as { id: string }[])[0]?.id ?? ''
  const at = { params: { id: cart.id }, token: cart.token }
  const told = parts.map((part) => ({ ...part, title: 'Choynak', options: {} }))
  const filled = await send('addItem', { ...at, body: { variantId, quantity: 1 } })
  expect(filled.answer.items[0]).toMatchObject({ sku: 'SET', parts: told })
  const body = {
    contact: { name: 'Aziza', phone: '+998901234567' },
    deliveries: [{ shop: 'rishton', method: 'pickup' }],
    payment: { provider: 'cash' },
  }
  const placed = await send('checkout', { ...at, body, headers: { 'Idempotency-Key': 'set' } })
  expect(placed.answer['order']).toMatchObject({ parcels: [{ items: [{ sku: 'SET', parts: told }] }] })
})

it('a foreign product and a foreign SKU do not exist', async () => {
  const made = (await send('createProduct', { body: product('TEA-2'), token: key })).answer
  const other = await createKey('other')
  const token = other.ok ? other.value.key : ''
  const id = { id: made.id }
  expect((await send('getSellerProduct', { params: id, token })).status).toBe(404)
  expect((await send('updateProduct', { params: id, token, body: { status: 'archived' } })).status).toBe(404)
  expect((await send('putStock', { token, body: [{ sku: 'TEA-2', quantity: 1 }] })).status).toBe(404)
  expect((await send('putStock', { token: key, body: [{ sku: 'TEA-2', quantity: 9 }] })).status).toBe(200)
  const listed = await send('listSellerProducts', { token: key, query: '?limit=10' })
  expect(listed.answer.items.some(({ id: one }) => one === made.id)).toBe(true)
})
