import type { BrowserContext, Page } from '@playwright/test'
import { consentText } from '../lib/i18n/messages/consent'
import { payText } from '../lib/i18n/messages/pay'
import { pixelText } from '../lib/i18n/messages/pixel'
import { startBeside } from './beside'
import { addButton } from './checkout'
import { type FakeCounters, fakeCounters } from './fake-counters'
import { axeFindings, demoLogin, expect, findProduct, otherShop, ownShop, signIn, test } from './fixtures'
import { placeOrder } from './rest'
import { startTrialInstance } from './trial-instance'

const t = pixelText.uz
const c = consentText.uz

// A shop that counts makes every visitor be asked, so it counts on an instance of its own.
const market = startBeside(startTrialInstance)

const frames = (page: Page) => page.locator('iframe[data-shop-pixel]')
const banner = (page: Page) => page.getByRole('region', { name: c.title })
const eventsOf = (told: FakeCounters) => told.google.filter(([name]) => name === 'event')

type Visitor = { context: BrowserContext; page: Page; told: FakeCounters; asked: string[]; refused: string[] }

test('a seller sets numbers, and nothing else', async ({ browser }) => {
  const desk = await (await browser.newContext({ baseURL: market().base })).newPage()
  await signIn(desk, demoLogin('seller'), 'uz', '/uz/seller/settings')
  await desk.getByLabel(t.ga4).fill('<script>alert(1)</script>')
  await desk.getByRole('button', { name: t.save, exact: true }).click()
  await expect(desk.getByText(t.wrong)).toHaveCount(1)
  await desk.getByLabel(t.ga4).fill(' g-shop1234 ')
  await desk.getByLabel(t.meta).fill('7654321098')
  await desk.getByLabel(t.metrica).fill('55667788')
  await desk.getByRole('button', { name: t.save, exact: true }).click()
  await expect(desk.getByText(t.saved)).toBeVisible()
  await expect(desk.getByRole('definition')).toHaveText(['G-SHOP1234', '7654321098', '55667788'])
  expect(await axeFindings(desk)).toEqual([])
  const { rows } = await market().db.query('select ga4, meta, metrica from shop_pixel')
  expect(rows).toEqual([{ ga4: 'G-SHOP1234', meta: '7654321098', metrica: '55667788' }])
  await desk.context().close()
})

test('its counters learn of its goods alone, after a yes, until it is taken back', async ({ browser, request }) => {
  const product = await findProduct(request, ownShop)
  const other = await findProduct(request, await otherShop(request, ownShop))
  const { context, page, told, asked, refused } = await (async (): Promise<Visitor> => {
    const context = await browser.newContext({ baseURL: market().base, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const lists: Pick<Visitor, 'asked' | 'refused'> = { asked: [], refused: [] }
    page.on('request', (one) => one.url().includes('/api/pixels') && lists.asked.push(new URL(one.url()).pathname))
    page.on('console', (one) => one.text().includes('Content Security Policy') && lists.refused.push(one.text()))
    return { context, page, told: await fakeCounters(context), ...lists }
  })()
  const here = `/uz/p/${product.slug}`

  await page.goto(here)
  await expect(banner(page)).toBeVisible()
  expect([asked, told.loads]).toEqual([[], []])
  await banner(page).getByRole('button', { name: c.acceptAll }).click()
  await expect.poll(() => eventsOf(told).length).toBe(1)
  const page_location = market().base + here
  const kept = await page.evaluate(() => ({ ...sessionStorage }))
  const item = { item_id: expect.any(String), item_name: expect.any(String), price: expect.any(Number), quantity: 1 }
  expect(told.google.map((call) => call.slice(0, 2))).toEqual([
    ['consent', 'default'],
    ['consent', 'update'],
    ['js', expect.any(String)],
    ['config', 'G-SHOP1234'],
    ['event', 'view_item'],
  ])
  expect(told.google[0]?.[2]).toMatchObject({ ad_storage: 'denied', analytics_storage: 'denied' })
  expect(told.google[3]?.[2]).toMatchObject({ client_id: kept[`bozor_shop_visit:${ownShop}`], page_location })
  const viewed = told.google[4]?.[2] as {
    value: number
    items: { item_id: string; item_name: string; price: number }[]
  }
  expect(viewed).toEqual({ currency: 'UZS', value: viewed.items[0]?.price, items: [expect.objectContaining(item)] })
  const sku = viewed.items[0]?.item_id
  await expect.poll(() => told.meta.length).toBe(4)
  expect(told.meta).toEqual([
    ['consent', 'grant'],
    ['init', '7654321098'],
    ['track', 'PageView'],
    [
      'track',
      'ViewContent',
      {
        currency: 'UZS',
        value: viewed.value,
        content_type: 'product',
        content_ids: [sku],
        contents: [{ id: sku, quantity: 1, item_price: viewed.value }],
      },
    ],
  ])
  await expect.poll(() => told.metrica.length).toBe(2)
  expect(told.metrica[0]).toMatchObject([55667788, 'init', { webvisor: false, clickmap: false, defer: true }])
  expect(told.metrica[1]).toMatchObject([55667788, 'hit', page_location, {}])
  expect(told.goods).toMatchObject([{ ecommerce: { detail: { products: [{ id: sku, quantity: 1 }] } } }])

  // What runs there is of no origin: neither the page nor its cookies nor anybody else can be reached from it.
  expect(await frames(page).getAttribute('sandbox')).toBe('allow-scripts')
  const inside = page.frames().find((frame) => frame.url().endsWith(`/api/pixels/${ownShop}`))
  const reach = await inside?.evaluate(async () => {
    const tried = (what: () => unknown) => {
      try {
        return String(what())
      } catch (error) {
        return (error as Error).name
      }
    }
    const foreign = await fetch('https://elsewhere.test/').catch((error: Error) => error.name)
    const { origin } = globalThis
    return [
      origin,
      tried(() => document.cookie),
      tried(() => parent.document.title),
      tried(() => localStorage),
      foreign,
    ]
  })
  expect(reach).toEqual(['null', 'SecurityError', 'SecurityError', 'SecurityError', 'TypeError'])
  expect(
    refused.every((text) => text.includes('elsewhere.test')),
    refused.join(),
  ).toBe(true)

  await addButton(page, 'uz').click()
  await expect.poll(() => eventsOf(told).at(-1)?.[1]).toBe('add_to_cart')
  expect(eventsOf(told).at(-1)?.[2]).toMatchObject({ currency: 'UZS', items: [{ quantity: 1 }] })
  await expect.poll(() => told.meta.at(-1)?.[1]).toBe('AddToCart')
  await expect.poll(() => told.goods.length).toBe(2)

  const before = [told.google.length, told.meta.length, told.metrica.length, told.goods.length]
  const counted = () => [told.google.length, told.meta.length, told.metrica.length, told.goods.length]
  await page.goto(`/uz/p/${other.slug}`)
  await page.waitForResponse((one) => one.url().includes('/api/pixels?'))
  await addButton(page, 'uz').click()
  await expect(page.locator('.toast')).toBeVisible()
  await page.goto('/uz/help')
  await page.waitForLoadState('networkidle')
  expect([await frames(page).count(), counted()]).toEqual([0, before])

  const own = await context.newPage()
  const paid = await placeOrder(own.request, [ownShop, other.shop], 'payme')
  await page.goto(paid.url)
  await page.getByRole('button', { name: payText.uz.pay, exact: true }).click()
  await page.waitForURL((at) => at.pathname.includes('/orders/'))
  await page.goto(`/uz/orders/${paid.number}?t=${paid.accessToken}`)
  await expect.poll(() => eventsOf(told).at(-1)?.[1], { timeout: 30_000 }).toBe('purchase')
  const order = await own.request.get(`/api/v1/orders/${paid.id}`, {
    headers: { authorization: `Bearer ${paid.accessToken}` },
  })
  type Line = { sku: string; quantity: number; price: { amount: string } }
  const { parcels } = (await order.json()) as {
    parcels: { shop: { slug: string }; items: Line[]; total: { amount: string } }[]
  }
  const mine = parcels.find(({ shop }) => shop.slug === ownShop)
  expect(eventsOf(told).at(-1)?.[2]).toEqual({
    currency: 'UZS',
    value: Number(mine?.total.amount) / 100,
    shipping: 0,
    transaction_id: paid.id,
    event_id: `purchase:${paid.id}`,
    items: mine?.items.map((line) => ({
      item_id: line.sku,
      item_name: expect.any(String),
      price: Number(line.price.amount) / 100,
      quantity: line.quantity,
    })),
  })
  expect(told.google.filter(([name]) => name === 'config').at(-1)?.[2]).toMatchObject({
    page_location: `${market().base}/uz/orders`,
    page_title: '',
  })
  expect(JSON.stringify([told.google, told.meta, told.metrica, told.goods])).not.toContain(paid.accessToken)
  await expect(frames(page)).toHaveCount(1)

  await page.goto(here)
  await expect(frames(page)).toHaveCount(1)
  await own.goto('/uz/help/cookies')
  const again = page.waitForEvent('load')
  await own.locator('main').getByRole('button', { name: c.refuseAll }).click()
  await again
  await page.waitForLoadState('networkidle')
  const end = counted()
  expect(await frames(page).count()).toBe(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('shop_visit')))).toEqual(
    [],
  )
  await page.goto(here)
  await addButton(page, 'uz').click()
  await page.waitForLoadState('networkidle')
  expect([await frames(page).count(), counted()]).toEqual([0, end])
  await context.close()
})
