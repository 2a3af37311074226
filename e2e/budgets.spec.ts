import { budgets, pageWeight } from '../scripts/page-weight'
import { demoLogin, expect, findProduct, ownShop, type Page, signIn, test } from './fixtures'
import { rootCategory } from './own-product'
import { fillCart } from './pages'

/** Everything is compared at once, so that one run names every breach. */
async function expectWithin(page: Page, kind: keyof typeof budgets, path: string): Promise<void> {
  const read = async (url: string) => {
    const answer = await page.request.get(url)
    expect(answer.status(), url).toBe(200)
    return answer.body()
  }
  await read(path)
  const weight = await pageWeight(new URL(path, test.info().project.use.baseURL).href, read)
  const over = (['html', 'js', 'css'] as const).filter((part) => weight[part] > budgets[kind][part])
  expect(over.map((part) => `${path}: ${part} ${weight[part]} of ${budgets[kind][part]} bytes`)).toEqual([])
}

for (const locale of ['uz', 'ru', 'en'] as const)
  test(`pages for shoppers stay within their bytes in ${locale}`, async ({ page, request }) => {
    const product = await findProduct(request, ownShop, locale)
    const category = (await rootCategory(request)).replace('/uz/', `/${locale}/`)
    await expectWithin(page, 'home', `/${locale}`)
    await expectWithin(page, 'category', category)
    await expectWithin(page, 'product', `/${locale}/p/${product.slug}`)
    await expectWithin(page, 'help', `/${locale}/help/delivery`)
    await fillCart(page, locale, [product])
    await expectWithin(page, 'cart', `/${locale}/cart`)
    await expectWithin(page, 'checkout', `/${locale}/checkout`)
  })

test('desks stay within theirs', async ({ page }) => {
  await signIn(page, demoLogin('seller'), 'uz', '/uz/seller')
  for (const path of ['/uz/seller', '/uz/seller/products']) await expectWithin(page, 'seller', path)
  await page.context().clearCookies()
  await signIn(page, demoLogin('admin'), 'uz', '/uz/admin')
  for (const path of ['/uz/admin', '/uz/admin/speed']) await expectWithin(page, 'admin', path)
})

test('a first view asks little of the server, and nobody else', async ({ page, request }) => {
  const product = await findProduct(request, ownShop)
  for (const path of ['/uz', await rootCategory(request), `/uz/p/${product.slug}`, '/uz/cart']) {
    const asked: { url: URL; type: string; rendered: boolean }[] = []
    const note = (one: import('@playwright/test').Request) => {
      const headers = one.headers()
      // What the page before still asked for in a quiet moment is none of this one's.
      if (one.isNavigationRequest()) asked.length = 0
      const rendered = one.resourceType() === 'document' || headers['rsc'] !== undefined
      asked.push({ url: new URL(one.url()), type: one.resourceType(), rendered })
    }
    page.on('request', note)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    page.off('request', note)
    const { origin } = new URL(page.url())
    expect(asked.filter(({ url }) => url.protocol.startsWith('http') && url.origin !== origin)).toEqual([])
    expect(asked.filter(({ rendered }) => rendered).length, `${path}: renders`).toBeLessThanOrEqual(2)
    const first = asked.filter(
      // The browser's own wish for the picture of its tab is of no type.
      ({ type, url }) => !['image', 'font'].includes(type) && !/^\/api\/|\.svg$/.test(url.pathname),
    )
    const most = 12
    expect(first.map(({ url }) => url.pathname).slice(most), `${path}: requests over ${most}`).toEqual([])
    expect(await page.locator('img[fetchpriority="high"]').count(), `${path}: urgent pictures`).toBeLessThanOrEqual(1)
  }
})
