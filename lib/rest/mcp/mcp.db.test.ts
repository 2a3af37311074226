import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { answerAgent } from './index'

type Answer = { id: unknown; result?: Record<string, never>; error?: { code: number } }
type Called = {
  structuredContent?: { items: { slug: string; url: string; price: object }[]; variants: object[] }
  isError?: boolean
  content: { text: string }[]
}

let slug = ''

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  slug = must(await createProduct(teapot(), shopActor)).slug
})
afterAll(dropTestDbs)

const post = (body: unknown, headers: Record<string, string> = {}) =>
  answerAgent(
    new Request('http://market/api/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

const ask = async (method: string, params: object = {}) => {
  const answer = await post({ jsonrpc: '2.0', id: 7, method, params })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}

const call = async (name: string, given: object) =>
  (await ask('tools/call', { name, arguments: given })).result as unknown as Called

describe('an agent', () => {
  it('shakes hands in a version that both speak', async () => {
    const old = await ask('initialize', { protocolVersion: '2025-06-18', capabilities: {} })
    expect(old).toMatchObject({ id: 7, result: { protocolVersion: '2025-06-18', capabilities: { tools: {} } } })
    expect(await ask('initialize', { protocolVersion: '1999-01-01' })).toMatchObject({
      result: { protocolVersion: '2025-11-25' },
    })
    expect((await post({ jsonrpc: '2.0', method: 'notifications/initialized' })).status).toBe(202)
  })

  it('sees three tools that change nothing', async () => {
    const { result } = await ask('tools/list')
    const tools = (result as unknown as { tools: { name: string; inputSchema: object; annotations: object }[] }).tools
    expect(tools.map(({ name }) => name)).toEqual(['search_products', 'get_product', 'get_order_status'])
    for (const tool of tools) {
      expect(tool.inputSchema).toMatchObject({ type: 'object' })
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    }
  })

  it('finds a product and looks at it, as REST shows it', async () => {
    const found = await call('search_products', { category: 'choynak', price_max: 120_000 })
    expect(found.structuredContent?.items).toMatchObject([
      { slug, url: `${env.APP_URL}/uz/p/${slug}`, price: { amount: '11000000', currency: 'UZS' } },
    ])
    expect(JSON.parse(found.content[0]?.text ?? '')).toEqual(found.structuredContent)
    expect((await call('get_product', { slug, locale: 'ru' })).structuredContent?.variants).toHaveLength(2)
    expect(await call('get_product', { slug: 'nope' })).toMatchObject({ isError: true })
  })

  it('is told what is wrong with its arguments', async () => {
    expect(await call('search_products', { limit: 1_000 })).toMatchObject({ isError: true })
    expect(await call('get_order_status', { number: 'A123B' })).toMatchObject({ isError: true })
    expect(await ask('tools/call', { name: 'drop_tables' })).toMatchObject({ error: { code: -32602 } })
    expect(await ask('resources/list')).toMatchObject({ error: { code: -32601 } })
  })

  it('gets no order by a phone that is not its own, and not many tries', async () => {
    const given = { number: 'AAAA1111X', phone: '+998901112233' }
    for (let tries = 0; tries < 10; tries++)
      expect((await call('get_order_status', given)).content[0]?.text).toContain('no such order')
    expect((await call('get_order_status', given)).content[0]?.text).toContain('Too many')
  })
})

describe('the endpoint', () => {
  it('refuses pages of others, unknown versions, batches and what is no JSON', async () => {
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect((await post(ping)).status).toBe(200)
    expect((await post(ping, { origin: env.APP_URL })).status).toBe(200)
    expect((await post(ping, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(ping, { 'mcp-protocol-version': '1999-01-01' })).status).toBe(400)
    expect((await post([ping])).status).toBe(400)
    expect(await (await post('{')).json()).toMatchObject({ error: { code: -32700 } })
    expect((await post(ping, { 'content-type': 'text/plain' })).status).toBe(415)
  })
})
