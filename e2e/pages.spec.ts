import type { BrowserContext } from '@playwright/test'
import { fill } from '../lib/i18n'
import { catalogText } from '../lib/i18n/messages/catalog'
import { layoutText } from '../lib/i18n/messages/layout'
import { addButton } from './checkout'
import { demoLogin, enterAs, expect, findProduct, type Locale, ownShop, type Page, test } from './fixtures'
import { ownProduct, rootCategory } from './own-product'

const nowhere: [path: string, locale: Locale][] = [
  ['/uz/p/no-such-product', 'uz'],
  ['/ru/c/no-such-category', 'ru'],
  ['/en/shop/no-such-shop', 'en'],
  ['/uz/help/no-such-article', 'uz'],
  ['/ru/nope', 'ru'],
  ['/en/deep/er/nope', 'en'],
  ['/uz/p/%E0%A4%A', 'uz'],
]

test.describe('an address that leads nowhere', () => {
  test.use({ javaScriptEnabled: false })
  for (const [path, locale] of nowhere) {
    test(`${path} is a whole page without JavaScript`, async ({ page }) => {
      const t = layoutText[locale]
      for (const visit of [1, 2]) {
        const answer = await page.goto(path)
        expect(answer?.status(), `visit ${visit}`).toBe(404)
      }
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('heading', { level: 1, name: t.notFoundTitle })).toBeVisible()
      await expect(page.getByRole('searchbox').first()).toBeVisible()
      await expect(page.getByRole('link', { name: t.toHome })).toHaveAttribute('href', `/${locale}`)
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    })
  }

  for (const path of ['/xx', '/xx/p/choynak', '/wp-login.php']) {
    test(`${path} speaks every language`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404)
      for (const locale of ['uz', 'ru', 'en'] as const)
        await expect(page.getByText(layoutText[locale].notFoundText)).toBeVisible()
    })
  }
})

test('a renamed product answers 308, a product sold no more 410, each within two seconds', async ({
  request,
  page,
}) => {
  const product = await ownProduct(request)
  const statusOf = async (path: string) => (await request.get(path, { maxRedirects: 0 })).status()
  const soon = { timeout: 2_500, intervals: [50] }
  expect(await statusOf(`/uz/p/${product.slug}`)).toBe(200)
  const renamed = `${product.slug}-yangi`
  await product.change({ slug: renamed })
  await expect.poll(() => statusOf(`/uz/p/${product.slug}`), soon).toBe(308)
  const moved = await request.get(`/uz/p/${product.slug}?utm_source=x`, { maxRedirects: 0 })
  expect(moved.headers()['location']).toMatch(new RegExp(`/uz/p/${renamed}$`))
  await product.change({ status: 'archived' })
  await expect.poll(() => statusOf(`/uz/p/${renamed}`), soon).toBe(410)
  const answer = await page.goto(`/uz/p/${renamed}`)
  expect(answer?.status()).toBe(410)
  const heading = fill(catalogText.uz.goneNamed, { title: product.title })
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  expect(await page.locator('#similar .card').count()).toBeGreaterThan(0)
})

test('a product that changes while everybody asks for it is never kept as it was', async ({ request }) => {
  test.slow()
  const product = await ownProduct(request)
  const path = `/uz/p/${product.slug}`
  let asking = true
  const ask = async (headers: Record<string, string>) => {
    while (asking) await request.get(path, { headers })
  }
  // Documents, and what a page asks for when its visitor goes on: Next makes both from the same answers.
  const crowd = [ask({}), ask({}), ask({}), ask({ rsc: '1' }), ask({ rsc: '1' })]
  try {
    for (let turn = 1; turn <= 8; turn += 1) {
      const title = `Choynak ${turn}`
      await product.change({ title: { uz: title } })
      const shows = async () => (await (await request.get(path)).text()).includes(`<h1>${title}</h1>`)
      await expect.poll(shows, { timeout: 10_000, intervals: [50] }).toBe(true)
      for (let look = 0; look < 10; look += 1) expect(await shows(), `turn ${turn}: and stays so`).toBe(true)
    }
  } finally {
    asking = false
    await Promise.all(crowd)
  }
})

test('a hundred who ask for an unseen page at once cost one render', async ({ request }) => {
  const { slug } = await ownProduct(request)
  // What its making has changed is forgotten by then, and not in the middle of the hundred.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  const answers = await Promise.all(Array.from({ length: 100 }, () => request.get(`/uz/p/${slug}`)))
  expect(answers.filter((answer) => answer.status() !== 200)).toHaveLength(0)
  expect(answers.filter((answer) => answer.headers()['x-page-cache'] === 'miss').length).toBeLessThanOrEqual(1)
})

test('a kept page is asked for again with its mark, and only documents are kept', async ({ request }) => {
  const first = await request.get('/uz')
  const { etag = '', 'cache-control': control = '' } = first.headers()
  expect(control).toMatch(/^public, max-age=0, must-revalidate, s-maxage=\d+/)
  const again = await request.get('/uz', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
  const flight = await request.get('/uz', { headers: { rsc: '1' } })
  expect(flight.headers()['x-page-cache']).toBeUndefined()
  expect(flight.headers()['content-type']).toContain('text/x-component')
  const category = await rootCategory(request)
  const filtered = await request.get(`${category}?color=red&utm_source=x`)
  expect(filtered.headers()['x-robots-tag']).toBe('noindex')
  expect((await request.get(`${category}?utm_source=x`)).headers()['x-robots-tag']).toBeUndefined()
})

async function watchPolicy(page: Page): Promise<string[]> {
  const broken: string[] = []
  await page.exposeFunction('tellBroken', (text: string) => broken.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const tell: unknown = Reflect.get(window, 'tellBroken')
      if (typeof tell === 'function') tell(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Minified React error/.test(message.text())) broken.push(message.text())
  })
  return broken
}

test('a strict policy stands in nobody’s way', async ({ page, request }) => {
  test.slow()
  const broken = await watchPolicy(page)
  const policy = (await request.get('/uz')).headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' [^;]*'sha256-/)
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
  const product = await findProduct(request, ownShop)
  for (const path of [
    '/uz',
    await rootCategory(request),
    `/uz/p/${product.slug}`,
    `/uz/shop/${ownShop}`,
    '/uz/help',
    '/uz/nope',
  ]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    // Only a page whose scripts ran answers to this button.
    const before = await page.locator('html').getAttribute('data-theme')
    await page.getByRole('button', { name: layoutText.uz.theme }).locator('visible=true').first().click()
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', before ?? '')
  }
  await page.goto(`/uz/p/${product.slug}`)
  await page.waitForLoadState('networkidle')
  const added = page.waitForResponse('**/cart/add')
  await addButton(page, 'uz').click()
  await added
  await page.goto('/uz/cart')
  await expect(page.getByRole('main').getByRole('link', { name: product.title }).first()).toBeVisible()
  expect(broken).toEqual([])
})

test('two visitors, a thousand times by turns, never see each other', async ({ browser, baseURL, request }) => {
  test.slow()
  const product = await findProduct(request, ownShop)
  const visitors = await Promise.all(
    (['buyer', 'seller'] as const).map(async (role) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '' })
      await enterAs(context, browser, role, baseURL ?? '')
      return { context, name: demoLogin(role).name }
    }),
  )
  const shared = ['/uz', await rootCategory(request), `/uz/p/${product.slug}`, '/uz/nope']
  const take = async (turn: number) => {
    const own = visitors[turn % 2]
    const other = visitors[(turn + 1) % 2]
    if (!own || !other) throw new Error('two visitors')
    const path = shared[Math.floor(turn / 2) % shared.length] ?? ''
    const text = await textOf(own.context, path)
    expect(text.includes(own.name) || text.includes(other.name), `${path} names somebody`).toBe(false)
    if (turn % 50 > 1) return
    expect(await textOf(own.context, '/api/me')).not.toContain(other.name)
    const account = await textOf(own.context, '/uz/account')
    expect(account).toContain(own.name)
    expect(account).not.toContain(other.name)
  }
  // Twenty are on their way at any time, of both.
  for (let turn = 0; turn < 1000; turn += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => take(turn + at)))
  for (const { context } of visitors) await context.close()
})

async function textOf(context: BrowserContext, path: string): Promise<string> {
  const answer = await context.request.get(path)
  const headers = answer.headers()
  if (headers['x-page-cache']) expect(headers['set-cookie']).toBeUndefined()
  else expect(headers['cache-control']).toContain('no-store')
  return answer.text()
}
