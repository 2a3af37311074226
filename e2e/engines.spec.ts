import { auditMarket } from '../scripts/seo/audit'
import { expect, test } from './fixtures'

test('engines find nothing wrong in a part of the market', async ({ baseURL }) => {
  test.setTimeout(240_000)
  // A page of every kind and what it leads to; .ci/run asks the same of many more, of the market that it has started.
  const { breaches, pages } = await auditMarket(baseURL ?? '', 9)
  expect(breaches.map(({ rule, page, detail }) => `${rule}: ${page} ${detail}`)).toEqual([])
  expect(pages).toBeGreaterThanOrEqual(6)
})

test('a variant has an address of its own that opens the page with it', async ({ page, request }) => {
  const list = await request.get('/api/v1/products?limit=50&inStock=true')
  const { items } = (await list.json()) as { items: { slug: string; variantId: string | null }[] }
  const slug = items.find(({ variantId }) => variantId === null)?.slug ?? ''
  const whole = await request.get(`/api/v1/products/${slug}?locale=uz`)
  const { variants } = (await whole.json()) as { variants: { id: string; sku: string; inStock: boolean }[] }
  const wanted = variants.findLast(({ inStock }) => inStock)
  await page.goto(`/uz/p/${slug}?v=${wanted?.sku}`)
  await expect(page.locator('form.prod > input[name="variantId"]')).toHaveValue(wanted?.id ?? '')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/uz/p/${slug}$`))
})

test('feeds are sent packed, and once only', async ({ request }) => {
  for (const name of ['google.xml', 'meta.csv', 'ru/yandex.yml']) {
    const answer = await request.get(`/feeds/${name}`, { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers()['content-encoding']).toBe('gzip')
    expect(await answer.text()).toContain('/goods/')
    const again = await request.get(`/feeds/${name}`, { headers: { 'if-none-match': answer.headers()['etag'] ?? '' } })
    expect(again.status()).toBe(304)
  }
})
