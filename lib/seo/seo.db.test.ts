import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, updateProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { readGoogle, readMeta, readYandex } from '@/scripts/seo/feed-rules'
import { readSitemapIndex, readUrlSet } from '@/scripts/seo/sitemap-rules'
import { feedAnswer, sitemapAnswer, sitemapIndex } from './index'

const wild = 'Choynak «A & B» <i>"1"</i> ]]> 🫖 \u0007'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
  must(
    await createProduct(
      teapot({ title: { uz: wild }, description: { uz: wild }, variants: [{ sku: 'W-1', price: uzs(100), stock: 1 }] }),
      shopActor,
    ),
  )
})
afterAll(dropTestDbs)

const get = async (path: string, headers: Record<string, string> = {}) =>
  (await feedAnswer(new Request(`${env.APP_URL}/feeds/${path}`, { headers }))) ?? new Response('none', { status: 404 })
const bodyOf = async (path: string) => (await get(path)).text()

const sitemap = (name: string, headers: Record<string, string> = {}) =>
  sitemapAnswer(new Request(`${env.APP_URL}/sitemaps/${name}`, { headers }))
const sitemapPart = async (name: string) => (await sitemap(name))?.text() ?? null

describe('sitemaps', () => {
  it('are an index of files that are all there, valid, and name each address once', async () => {
    const index = readSitemapIndex(await sitemapIndex())
    expect(index.breaches).toEqual([])
    const names = index.urls.map(({ loc }) => loc.split('/').at(-1) ?? '')
    expect(names).toContain('products-uz-0.xml')
    expect(names).not.toContain('products-en-0.xml')
    const seen: string[] = []
    for (const name of names) {
      const { urls, breaches } = readUrlSet((await sitemapPart(name)) ?? '')
      expect(breaches, name).toEqual([])
      seen.push(...urls.map(({ loc }) => loc))
    }
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('name a product only in its languages, with the true moment of its last change', async () => {
    const { urls } = readUrlSet((await sitemapPart('products-ru-0.xml')) ?? '')
    expect(urls).toHaveLength(1)
    expect(Object.keys(urls[0]?.links ?? {}).sort()).toEqual(['ru', 'uz', 'x-default'])
    const { rows } = await sql.query<{ changed: Date }>(
      `select max(updated_at) as changed from product where title ? 'ru'`,
    )
    expect(urls[0]?.lastmod).toBe(rows[0]?.changed.toISOString())
    expect(urls[0]?.images[0]).toMatch(/\/goods\/.*-640\.jpg$/)
  })

  it('forget a product that is archived, and tell that its file has changed', async () => {
    const made = must(
      await createProduct(
        teapot({
          title: { en: 'Gone soon' },
          description: { en: 'Soon' },
          variants: [{ sku: 'G-1', price: uzs(100), stock: 1 }],
        }),
        shopActor,
      ),
    )
    expect(await sitemapPart('products-en-0.xml')).toContain(made.slug)
    must(await updateProduct(made.id, { status: 'archived' }, shopActor))
    expect(await sitemapPart('products-en-0.xml')).toBeNull()
  })

  it.each(['products-uz-1.xml', 'products-xx-0.xml', 'products-uz.xml', 'shops-uz-0.xml', 'toString-uz.xml', 'a'])(
    '%s is no file of ours',
    async (name) => expect(await sitemapPart(name)).toBeNull(),
  )
})

describe('a sitemap that somebody has', () => {
  it('is not sent again until something of its range changes', async () => {
    const etag = (await sitemap('products-uz-0.xml'))?.headers.get('etag') ?? ''
    expect((await sitemap('products-uz-0.xml', { 'if-none-match': etag }))?.status).toBe(304)
    expect((await sitemap('products-ru-0.xml', { 'if-none-match': etag }))?.status).toBe(200)
    await sql.query(`update product set updated_at = now() where slug like '%a-b%'`)
    expect((await sitemap('products-uz-0.xml', { 'if-none-match': etag }))?.status).toBe(200)
  })
})

describe('feeds', () => {
  it('keep the rules of their formats and tell the same prices of the same variants', async () => {
    const google = readGoogle(await bodyOf('google.xml'))
    const meta = readMeta(await bodyOf('meta.csv'))
    const yandex = readYandex(await bodyOf('yandex.yml'))
    for (const { breaches } of [google, meta, yandex]) expect(breaches).toEqual([])
    const told = ({ lines }: typeof google) =>
      lines.map(({ id, price, link, inStock }) => ({
        id,
        price: Number(price),
        link: link.replace(/&utm_.*$/, ''),
        inStock,
      }))
    expect(told(google)).toHaveLength(3)
    expect(told(meta)).toEqual(told(google))
    expect(told(yandex)).toEqual(told(google))
    expect(google.lines[0]).toMatchObject({ id: 'CH-1', price: '124000.00', inStock: true })
    expect(google.lines[0]?.link).toMatch(
      /\/uz\/p\/[a-z0-9-]+\?v=CH-1&utm_source=google&utm_medium=feed&utm_campaign=google-feed$/,
    )
  })

  it('carry any title through', async () => {
    for (const [name, read] of [
      ['google.xml', readGoogle],
      ['yandex.yml', readYandex],
    ] as const) {
      const text = await bodyOf(name)
      expect(read(text).breaches).toEqual([])
      expect(text).toContain('🫖')
      expect(text).not.toContain('\u0007')
    }
  })

  it('are there in each language, and only with what is written in it', async () => {
    expect(readGoogle(await bodyOf('ru/google.xml')).lines.map(({ id }) => id)).toEqual(['CH-1', 'CH-2'])
    expect(readGoogle(await bodyOf('en/google.xml')).lines).toEqual([])
    for (const path of [
      'xx/google.xml',
      'google-2.xml',
      'google-1.xml',
      'ru/ru/google.xml',
      'google.csv',
      'constructor',
    ])
      expect((await get(path)).status, path).toBe(404)
  })

  it('are listed, and the list comes not at all where nothing has changed', async () => {
    const { headers, status } = await get('index.json')
    expect([status, headers.get('cache-control')]).toEqual([200, expect.stringContaining('s-maxage')])
    const etag = headers.get('etag') ?? 'none'
    expect((await get('index.json', { 'if-none-match': etag })).status).toBe(304)
  })

  it('come not at all where nothing has changed', async () => {
    const etag = (await get('google.xml')).headers.get('etag') ?? ''
    expect((await get('google.xml', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('ru/google.xml', { 'if-none-match': etag })).status).toBe(200)
    await sql.query(`update product set updated_at = now() where slug like '%a-b%'`)
    expect((await get('google.xml', { 'if-none-match': etag })).status).toBe(200)
  })
})
