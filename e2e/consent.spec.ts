import { consentText } from '../lib/i18n/messages/consent'
import { payText } from '../lib/i18n/messages/pay'
import { addButton } from './checkout'
import { fakeMetrica } from './fake-counters'
import { expect, findProduct, ownShop, type Page, test } from './fixtures'
import { placeOrder } from './rest'

const locale = 'uz'
const t = consentText[locale]

// Stand-ins at addresses of this market: the policy lets in no others, and none is configured in a demo.
const counters = {
  ga4: { id: 'G-TEST1234', script: '/stand-in/gtag.js' },
  meta: { id: '123456789', script: '/stand-in/fbevents.js' },
  metrica: { id: '12345678', script: '/stand-in/tag.js' },
  vercel: true,
  heat: 0,
  shops: false,
}
const scripts = ['/stand-in/fbevents.js', '/stand-in/gtag.js', '/stand-in/tag.js']

type Told = { scripts: string[]; visits: unknown[]; goods: unknown[] }

/** The page believes that counters are configured; what it asks of them is written down, and what Metrica is told. */
async function withCounters(page: Page): Promise<Told> {
  const told: Told = { scripts: [], visits: [], goods: [] }
  const bodies: Record<string, unknown[]> = { '/stand-in/watch': told.visits, '/stand-in/goods': told.goods }
  await page.route('**/stand-in/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const taken = bodies[pathname]
    if (taken === undefined) told.scripts.push(pathname)
    else taken.push(route.request().postDataJSON())
    const body = pathname.endsWith('/tag.js') ? fakeMetrica('/stand-in') : ''
    await route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), counters } })
  })
  // What a page tells in passing, no tool shows: the page is asked itself.
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator)
    const beacons: [string, string][] = []
    Object.assign(window, { beacons })
    navigator.sendBeacon = (to, what) => {
      if (what instanceof Blob) void what.text().then((text) => beacons.push([String(to), text]))
      return send(to, what)
    }
  })
  return told
}

const told = (page: Page) =>
  page.evaluate(() => {
    const all = window as unknown as {
      dataLayer?: ArrayLike<unknown>[]
      fbq?: { queue: unknown[][] }
      beacons: [string, string][]
    }
    const calls = [...(all.dataLayer ?? [])].filter(({ length }) => length !== undefined)
    return { google: calls.map((call) => Array.from(call)), meta: all.fbq?.queue ?? [], beacons: all.beacons }
  })

const beaconsTo = async (page: Page, address: string) =>
  (await told(page)).beacons.filter(([to]) => to === address).map(([, text]) => JSON.parse(text) as unknown)

type Order = {
  total: { amount: string }
  parcels: { items: { sku: string; price: { amount: string } }[] }[]
}

const banner = (page: Page) => page.getByRole('region', { name: t.title })

test('nothing measures before a yes; then what is looked at and put into the cart is told once', async ({
  page,
  request,
}) => {
  const asked = await withCounters(page)
  const product = await findProduct(request, ownShop)
  await page.goto(`/${locale}/p/${product.slug}?utm_source=telegram&utm_campaign=kuz`)
  await expect(banner(page)).toBeVisible()
  expect(asked.scripts).toEqual([])
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('bozor_visitor')
  await banner(page).getByRole('button', { name: t.acceptAll }).click()
  await expect.poll(() => asked.scripts.toSorted()).toEqual(scripts)
  await expect(banner(page)).toHaveCount(0)
  const { google, meta } = await told(page)
  expect(google[0]?.slice(0, 2), 'everything is denied first').toEqual(['consent', 'default'])
  expect(google[0]?.[2]).toMatchObject({ ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied' })
  expect(google[1]).toMatchObject(['consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' }])
  expect(google.filter((call) => call[1] === 'view_item')).toHaveLength(1)
  expect(meta.map((call) => call[1])).toEqual(['grant', '123456789', 'PageView', 'ViewContent'])
  const touch = (await page.context().cookies()).find(({ name }) => name === 'bozor_touch')
  expect(JSON.parse(decodeURIComponent(touch?.value ?? ''))).toMatchObject({
    first: { source: 'telegram', campaign: 'kuz', landing: `/${locale}/p/${product.slug}` },
  })
  // Yandex Metrica, to the letter: no screen is recorded and no press is kept.
  await expect.poll(() => asked.goods).toHaveLength(1)
  const init = { clickmap: false, webvisor: false, trackLinks: false, ecommerce: 'dataLayer' }
  expect(asked.visits).toEqual([[12345678, 'init', init]])
  const viewed = google.find((call) => call[1] === 'view_item')?.[2] as { items: Record<string, unknown>[] }
  const [item] = viewed.items
  const goods = {
    id: item?.['item_id'],
    name: item?.['item_name'],
    price: item?.['price'],
    quantity: 1,
    ...(item?.['item_brand'] === undefined ? {} : { brand: item['item_brand'] }),
  }
  expect(asked.goods[0]).toEqual({ ecommerce: { currencyCode: 'UZS', detail: { products: [goods] } } })
  // The collector of our own, which @vercel/analytics is pointed at: one look, and nothing but its path.
  await expect.poll(() => beaconsTo(page, '/api/views')).toEqual([{ path: `/${locale}/p/${product.slug}` }])
  await addButton(page, locale).click()
  await expect.poll(() => asked.goods).toHaveLength(2)
  const { id, name, price, quantity } = goods
  expect(asked.goods[1]).toMatchObject({ ecommerce: { currencyCode: 'UZS', add: { products: [{ quantity }] } } })
  expect([id, name, price].every(Boolean)).toBe(true)
  expect((await told(page)).google.at(-1)?.slice(0, 2)).toEqual(['event', 'add_to_cart'])
  expect((await told(page)).meta.at(-1)?.slice(0, 2)).toEqual(['track', 'AddToCart'])
})

test('a purchase is told once to each counter, with one id', async ({ page, request }) => {
  const asked = await withCounters(page)
  const paid = await placeOrder(request, [ownShop], 'payme')
  await page.goto(`/${locale}`)
  await banner(page).getByRole('button', { name: t.acceptAll }).click()
  await expect(banner(page)).toHaveCount(0)
  await page.goto(paid.url)
  await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
  await page.waitForURL((at) => at.pathname.includes('/orders/'))
  await page.goto(`/${locale}/orders/${paid.number}?t=${paid.accessToken}`)
  await expect.poll(() => asked.goods, { timeout: 30_000 }).toHaveLength(1)
  const answer = await request.get(`/api/v1/orders/${paid.id}`, {
    headers: { authorization: `Bearer ${paid.accessToken}` },
  })
  const { total, parcels } = (await answer.json()) as Order
  const [line] = parcels[0]?.items ?? []
  const [value, price] = [Number(total.amount) / 100, Number(line?.price.amount) / 100]
  const eventId = `purchase:${paid.id}`
  expect(asked.goods).toEqual([
    {
      ecommerce: {
        currencyCode: 'UZS',
        purchase: {
          actionField: { id: paid.id, revenue: value },
          products: [{ id: line?.sku, name: expect.any(String), price, quantity: 1 }],
        },
      },
    },
  ])
  const { google, meta } = await told(page)
  expect(google.filter((call) => call[1] === 'purchase')).toEqual([
    [
      'event',
      'purchase',
      {
        currency: 'UZS',
        value,
        items: [{ item_id: line?.sku, item_name: expect.any(String), price, quantity: 1 }],
        transaction_id: paid.id,
        event_id: eventId,
        shipping: 0,
      },
    ],
  ])
  expect(meta.filter((call) => call[1] === 'Purchase')).toEqual([
    [
      'track',
      'Purchase',
      expect.objectContaining({ currency: 'UZS', value, content_ids: [line?.sku] }),
      { eventID: eventId },
    ],
  ])
  await expect
    .poll(() => beaconsTo(page, '/api/measure'))
    .toEqual([
      { sink: 'ga4', eventId },
      { sink: 'meta', eventId },
    ])
  const before = asked.visits.length
  await page.reload()
  await expect.poll(() => asked.visits.length, { timeout: 20_000 }).toBeGreaterThan(before)
  expect(asked.goods, 'another look is no purchase').toHaveLength(1)
  expect((await told(page)).google.filter((call) => call[1] === 'purchase')).toEqual([])
})

test('a no sends nothing anywhere, and is not asked for again', async ({ page }) => {
  const asked = await withCounters(page)
  await page.goto(`/${locale}`)
  await banner(page).getByRole('button', { name: t.refuseAll }).click()
  await expect(banner(page)).toHaveCount(0)
  await page.goto(`/${locale}/help`)
  await page.waitForLoadState('networkidle')
  await expect(banner(page)).toHaveCount(0)
  expect(asked).toEqual({ scripts: [], visits: [], goods: [] })
  expect(await beaconsTo(page, '/api/views')).toEqual([])
  const names = (await page.context().cookies()).map(({ name }) => name)
  expect(names).toContain('bozor_consent')
  expect(names).not.toContain('bozor_visitor')
})

test('a yes that is taken back stops at once', async ({ page }) => {
  const asked = await withCounters(page)
  await page.goto(`/${locale}/help/cookies`)
  await banner(page).getByRole('button', { name: t.acceptAll }).click()
  await expect.poll(() => asked.scripts.length).toBe(3)
  const domain = new URL(page.url()).hostname
  await page.context().addCookies([{ name: '_ga', value: 'GA1.1.1.2', domain, path: '/' }])
  const reloaded = page.waitForEvent('load')
  await page.locator('main').getByRole('button', { name: t.refuseAll }).click()
  await reloaded
  await page.waitForLoadState('networkidle')
  expect(asked.scripts, 'the fresh page has none of them').toHaveLength(3)
  const names = (await page.context().cookies()).map(({ name }) => name)
  for (const gone of ['_ga', 'bozor_visitor', 'bozor_touch']) expect(names).not.toContain(gone)
})
