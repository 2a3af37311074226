import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openMarket } from '@/lib/catalog/market-fixture'
import { openStore } from '@/lib/files/store-fixture'
import { sql } from '@/lib/kernel/db'
import { plugins as booted } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { jpegOf, phonePhoto, svg } from '@/lib/plugins/pictures/picture-fixture'
import { createKey } from '@/lib/seller'
import { calls } from './operations'

vi.mock('next/cache', () => ({ cacheLife: () => {}, cacheTag: () => {} }))

const state = { key: '', rival: '' }
let disk: Awaited<ReturnType<typeof openStore>>

beforeAll(async () => {
  await testDb()
  disk = await openStore()
  await openMarket(sql)
  state.key = must(await createKey('rishton')).key
  state.rival = must(await createKey('chorsu')).key
})
afterAll(async () => {
  await dropTestDbs()
  await disk.close()
})

type Answer = { key: string; code: string; width: number; height: number; id: string; images: { key: string }[] }

async function send(body: BodyInit, headers: Record<string, string>, key = state.key) {
  const request = new Request('http://shop.test/api/v1/seller/files', {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${key}`, ...headers },
  })
  const response = await calls.uploadFile.serve(request, {})
  return { status: response.status, answer: (await response.json()) as Answer }
}
const raw = (bytes: Buffer, type = 'image/jpeg', key = state.key) =>
  send(new Uint8Array(bytes), { 'Content-Type': type }, key)

async function product(images: unknown[], key = state.key, extra: object = {}) {
  const body = {
    title: { uz: 'Lagan', ru: 'Ляган' },
    category: 'choynak',
    variants: [{ sku: `P-${Math.random()}`, price: { amount: '100', currency: 'UZS' } }],
    images,
    status: 'active',
    ...extra,
  }
  const request = new Request('http://shop.test/api/v1/seller/products', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  })
  const response = await calls.createProduct.serve(request, {})
  return { status: response.status, answer: (await response.json()) as Answer }
}

const storedImages = async (id: string) =>
  (await sql.query<{ images: object[] }>('select images from product where id = $1', [id])).rows[0]?.images

describe('POST /seller/files', () => {
  it('takes a picture as the body and answers the key that products take', async () => {
    const { status, answer } = await raw(await phonePhoto())
    expect({ status, width: answer.width, height: answer.height }).toEqual({ status: 201, width: 600, height: 800 })
    const made = await product([answer.key])
    expect(made.status).toBe(201)
    expect(made.answer.images.map(({ key }) => key)).toEqual([answer.key])
  })

  it('takes one in a form', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await jpegOf())], 'lagan.jpg', { type: 'image/jpeg' }))
    const sent = await send(form, { 'Content-Length': '20000' })
    expect([sent.status, sent.answer.key]).toEqual([201, expect.stringMatching(/^u-[0-9a-f]{32}$/)])
  })

  it('says why it does not take something', async () => {
    const bytes = await jpegOf()
    const refused = [
      await raw(svg, 'image/svg+xml'),
      await raw(bytes, 'image/png'),
      await raw(bytes.subarray(0, 600)),
      await raw(Buffer.alloc(11_000_000, 1)),
      await raw(Buffer.alloc(0)),
      await send('{}', { 'Content-Type': 'application/json' }),
      await raw(bytes, 'image/jpeg', 'bzr_live_nothing'),
    ]
    expect(refused.map(({ status, answer }) => `${status} ${answer.code}`)).toEqual([
      '415 picture-kind',
      '422 mislabelled-picture',
      '422 broken-picture',
      '413 picture-too-large',
      '422 empty-picture',
      '415 unsupported-media-type',
      '401 unauthorized',
    ])
    disk.full = true
    const full = await raw(await jpegOf(222, 333))
    disk.full = false
    expect([full.status, full.answer.code]).toEqual([507, 'no-room'])
  })
})

describe('a picture of goods', () => {
  it('of another shop is refused like one that never was', async () => {
    const { answer } = await raw(await jpegOf(300, 310))
    const foreign = await product([answer.key], state.rival)
    const unknown = await product([`u-${'1'.repeat(32)}`], state.rival)
    expect([foreign.status, foreign.answer.code]).toEqual([422, 'unknown-picture'])
    expect([unknown.status, unknown.answer.code]).toEqual([422, 'unknown-picture'])
  })

  it('is told of by its job once its files are there, with a cut round its point', async () => {
    const { answer } = await raw(await jpegOf(500, 600))
    const made = await product([{ key: answer.key, focal: [0.25, 0.1] }])
    expect(await storedImages(made.answer.id)).toEqual([
      { key: answer.key, alt: { uz: 'Lagan', ru: 'Ляган' }, focal: [0.25, 0.1] },
    ])
    const run = booted().find(({ name }) => name === 'catalog')?.functions ?? {}
    await run['make-images']?.({ key: answer.key } as never)
    await run['cut-preview']?.({ productId: made.answer.id, key: answer.key, focal: [0.25, 0.1] } as never)
    expect(await storedImages(made.answer.id)).toEqual([
      expect.objectContaining({ widths: [320, 640], og: `${answer.key}-f25x10`, blur: expect.any(String) }),
    ])
  })

  it('has to be described in every language of a product that is shown', async () => {
    const { answer } = await raw(await jpegOf(310, 300))
    const half = [{ key: answer.key, alt: { uz: 'Lagan, koʻk gullar' } }]
    const shown = await product(half)
    expect([shown.status, shown.answer.code]).toEqual([422, 'picture-text-missing'])
    const draft = await product(half, state.key, { status: 'draft' })
    expect(draft.status).toBe(201)
    const publish = new Request(`http://shop.test/api/v1/seller/products/${draft.answer.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ status: 'active' }),
      headers: { Authorization: `Bearer ${state.key}`, 'Content-Type': 'application/json' },
    })
    const refused = await calls.updateProduct.serve(publish, { id: draft.answer.id })
    expect([refused.status, ((await refused.json()) as Answer).code]).toEqual([422, 'picture-text-missing'])
  })
})
