import { consentText } from '../lib/i18n/messages/consent'
import { expect, findProduct, ownShop, type Page, test } from './fixtures'

const locale = 'uz'
const t = consentText[locale]

// Stand-ins at addresses of this market: the policy lets in no others, and none is configured in a demo.
const counters = {
  ga4: { id: 'G-TEST1234', script: '/stand-in/gtag.js' },
  meta: { id: '123456789', script: '/stand-in/fbevents.js' },
  metrica: null,
  vercel: false,
}

/** The page believes that counters are configured; what it asks of them is written down. */
async function withCounters(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route('**/stand-in/**', async (route) => {
    asked.push(new URL(route.request().url()).pathname)
    await route.fulfill({ contentType: 'text/javascript', body: '' })
  })
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), counters } })
  })
  return asked
}

const told = (page: Page) =>
  page.evaluate(() => {
    const all = window as unknown as { dataLayer?: ArrayLike<unknown>[]; fbq?: { queue: unknown[][] } }
    return { google: (all.dataLayer ?? []).map((call) => Array.from(call)), meta: all.fbq?.queue ?? [] }
  })

const banner = (page: Page) => page.getByRole('region', { name: t.title })

test('nothing measures before a yes; then what is looked at and put into the cart is told once', async ({
  page,
  request,
}) => {
  const asked = await withCounters(page)
  const product = await findProduct(request, ownShop)
  await page.goto(`/${locale}/p/${product.slug}?utm_source=telegram&utm_campaign=kuz`)
  await expect(banner(page)).toBeVisible()
  expect(asked).toEqual([])
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('bozor_visitor')
  await banner(page).getByRole('button', { name: t.acceptAll }).click()
  await expect.poll(() => asked.toSorted()).toEqual(['/stand-in/fbevents.js', '/stand-in/gtag.js'])
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
})

test('a no sends nothing anywhere, and is not asked for again', async ({ page }) => {
  const asked = await withCounters(page)
  await page.goto(`/${locale}`)
  await banner(page).getByRole('button', { name: t.refuseAll }).click()
  await expect(banner(page)).toHaveCount(0)
  await page.goto(`/${locale}/help`)
  await page.waitForLoadState('networkidle')
  await expect(banner(page)).toHaveCount(0)
  expect(asked).toEqual([])
  const names = (await page.context().cookies()).map(({ name }) => name)
  expect(names).toContain('bozor_consent')
  expect(names).not.toContain('bozor_visitor')
})

test('a yes that is taken back stops at once', async ({ page }) => {
  const asked = await withCounters(page)
  await page.goto(`/${locale}/help/cookies`)
  await banner(page).getByRole('button', { name: t.acceptAll }).click()
  await expect.poll(() => asked.length).toBe(2)
  const domain = new URL(page.url()).hostname
  await page.context().addCookies([{ name: '_ga', value: 'GA1.1.1.2', domain, path: '/' }])
  const reloaded = page.waitForEvent('load')
  await page.locator('main').getByRole('button', { name: t.refuseAll }).click()
  await reloaded
  await page.waitForLoadState('networkidle')
  expect(asked, 'the fresh page has none of them').toHaveLength(2)
  const names = (await page.context().cookies()).map(({ name }) => name)
  for (const gone of ['_ga', 'bozor_visitor', 'bozor_touch']) expect(names).not.toContain(gone)
})
