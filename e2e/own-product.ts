import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { ownShop } from './fixtures'

const makeKey = () =>
  execFileSync(process.execPath, ['scripts/run.mjs', 'bozor', 'key', 'create', '--shop', ownShop], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1) ?? ''

export type Own = { id: string; slug: string; title: string; sku: string; change: (data: object) => Promise<void> }

/** A product of the demo shop that no other test looks at. */
export async function ownProduct(request: APIRequestContext): Promise<Own> {
  const headers = { authorization: `Bearer ${makeKey()}`, 'idempotency-key': randomUUID() }
  const mark = randomUUID().slice(0, 8)
  const { items } = (await (await request.get('/api/v1/categories')).json()) as { items: Node[] }
  const title = `Sinov ${mark}`
  const data = {
    title: { uz: title },
    description: { uz: 'Sinov uchun' },
    category: leafOf(items[0]).slug,
    attributes: {},
    images: [],
    variants: [{ sku: `T-${mark}`, options: {}, price: { amount: '12300000', currency: 'UZS' }, stock: 5 }],
    status: 'active',
  }
  const answer = await request.post('/api/v1/seller/products', { headers, data })
  expect(answer.status(), await answer.text()).toBe(201)
  const made = (await answer.json()) as { id: string; slug: string }
  const change = async (data: object) => {
    const patched = await request.patch(`/api/v1/seller/products/${made.id}`, { headers, data })
    expect(patched.status(), await patched.text()).toBe(200)
  }
  return { ...made, title, sku: data.variants[0]?.sku ?? '', change }
}

type Node = { slug: string; children: Node[] }
const leafOf = (node: Node | undefined): Node => (node?.children[0] ? leafOf(node.children[0]) : (node as Node))

export async function rootCategory(request: APIRequestContext): Promise<string> {
  const { items } = (await (await request.get('/api/v1/categories')).json()) as { items: Node[] }
  return `/uz/c/${items[0]?.slug}`
}
