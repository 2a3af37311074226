import { checkoutText } from '../lib/i18n/messages/checkout'
import { expect, locales, test } from './fixtures'

test('the root leads to Uzbek for ever', async ({ request }) => {
  const answer = await request.get('/', { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers()['location']).toMatch(/\/uz$/)
})

for (const path of [
  '/xx',
  '/xx/cart',
  '/nope',
  '/uz/nope',
  '/uz/p/no-such-product',
  '/ru/c/no-such-category',
  '/en/shop/no-such-shop',
  '/uz/help/no-such-article',
  '/favicon.txt',
]) {
  test(`${path} is a real 404, at the first and at the second visit`, async ({ request }) => {
    for (const visit of [1, 2]) {
      expect((await request.get(path, { maxRedirects: 0 })).status(), `visit ${visit}`).toBe(404)
    }
  })
}

for (const locale of locales) {
  test(`the home page in ${locale} may be kept by caches and says its language`, async ({ request }) => {
    const answer = await request.get(`/${locale}`)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['cache-control']).toContain('s-maxage')
    expect(await answer.text()).toContain(`<html lang="${locale}"`)
  })

  test(`an empty checkout in ${locale} answers 200 and says so`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/checkout`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByText(checkoutText[locale].emptyTitle)).toBeVisible()
    expect(answer?.headers()['cache-control']).toContain('no-store')
  })

  for (const desk of ['seller', 'seller/parcels', 'seller/products', 'admin']) {
    test(`/${locale}/${desk} sends an anonymous visitor to sign-in before a byte of the page`, async ({ request }) => {
      const answer = await request.get(`/${locale}/${desk}`, { maxRedirects: 0 })
      expect([302, 303, 307]).toContain(answer.status())
      const to = new URL(answer.headers()['location'] ?? '', 'http://market')
      expect(to.pathname).toBe(`/${locale}/sign-in`)
      expect(to.searchParams.get('next')).toBe(`/${locale}/${desk}`)
      expect(await answer.text()).not.toContain('<main')
    })
  }
}

const machines: [path: string, type: RegExp, holds: RegExp][] = [
  ['/robots.txt', /text\/plain/, /Sitemap: /],
  ['/sitemap.xml', /xml/, /<sitemapindex/],
  ['/llms.txt', /text\/plain/, /^# /],
  ['/manifest.webmanifest', /manifest\+json/, /"name"/],
  ['/.well-known/security.txt', /text\/plain/, /Contact: /],
  ['/api/health', /json/, /"status":"ok"/],
  ['/api/ready', /json/, /./],
  ['/api/v1/openapi.json', /json/, /"openapi":"3/],
  ['/api/v1/docs', /html/, /<html/],
]

for (const [path, type, holds] of machines) {
  test(`${path} is there for machines`, async ({ request }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toMatch(type)
    expect(await answer.text()).toMatch(holds)
  })
}
