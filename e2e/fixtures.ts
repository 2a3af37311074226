import AxeBuilder from '@axe-core/playwright'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { fill, type Locale, locales } from '../lib/i18n'
import { accountText } from '../lib/i18n/messages/account'
import { type DemoLogin, demoLogins } from '../prisma/seed/demo-logins'
import { severalProcesses } from './browser-flags'

export { expect, fill, type Locale, locales, type Page }

export type Product = { slug: string; title: string; shop: string; variantId: string }

type ListItem = { slug: string; title: string; inStock: boolean; shop: { slug: string } }
type Whole = { slug: string; title: string; shop: { slug: string }; variants: { id: string; inStock: boolean }[] }

/** A product that can be bought now; every test takes another one, so that parallel tests do not empty each other's shelf. */
export async function findProduct(request: APIRequestContext, shop: string, locale: Locale = 'uz'): Promise<Product> {
  const list = await request.get(`/api/v1/products?shop=${shop}&limit=50&locale=${locale}`)
  expect(list.status()).toBe(200)
  const { items } = (await list.json()) as { items: ListItem[] }
  const stocked = items.filter((item) => item.inStock)
  const start = Math.floor(Math.random() * stocked.length)
  for (const item of [...stocked.slice(start), ...stocked.slice(0, start)]) {
    const whole = (await (await request.get(`/api/v1/products/${item.slug}?locale=${locale}`)).json()) as Whole
    const variant = whole.variants.find(({ inStock }) => inStock)
    if (variant !== undefined)
      return { slug: item.slug, title: whole.title, shop: item.shop.slug, variantId: variant.id }
  }
  throw new Error(`${shop} has nothing to buy`)
}

/** A shop that is not the demo seller's. */
export async function otherShop(request: APIRequestContext, own: string): Promise<string> {
  const { items } = (await (await request.get('/api/v1/products?limit=100')).json()) as { items: ListItem[] }
  const other = items.find((item) => item.inStock && item.shop.slug !== own)
  if (other === undefined) throw new Error('the market has one shop only')
  return other.shop.slug
}

export type DemoRole = DemoLogin['role']

/** The first demo person of a role; a seller may be asked for by the shop. */
export function demoLogin(role: DemoRole, shop?: string): DemoLogin {
  const login = demoLogins.find((one) => one.role === role && (shop === undefined || one.shop === shop))
  if (login === undefined) throw new Error(`no demo ${role} ${shop ?? ''}`)
  return login
}

/** The shop of the seller that `demoLogin('seller')` is. */
export const ownShop = demoLogin('seller').shop ?? ''

export async function signIn(page: Page, login: DemoLogin, locale: Locale, next: string): Promise<void> {
  const t = accountText[locale]
  await page.goto(`/${locale}/sign-in?next=${encodeURIComponent(next)}`)
  const button = page.getByRole('button', { name: t.signIn, exact: true })
  const form = page.locator('form').filter({ has: button }).first()
  await form.getByLabel(t.phone).fill(login.phone)
  await form.getByLabel(t.password).fill(login.password)
  await form.getByRole('button', { name: t.signIn, exact: true }).click()
  await expect.poll(() => new URL(page.url()).pathname).not.toContain('/sign-in')
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const signedIn = new Map<DemoRole, Cookies>()

/** One sign-in a worker and role: hashing a password is meant to be slow. */
export async function enterAs(
  context: BrowserContext,
  browser: Browser,
  role: DemoRole,
  baseURL: string,
): Promise<void> {
  if (!signedIn.has(role)) {
    const page = await browser.newPage({ baseURL })
    await signIn(page, demoLogin(role), 'uz', '/uz/account')
    signedIn.set(role, await page.context().cookies())
    await page.close()
  }
  await context.addCookies(signedIn.get(role) ?? [])
}

/** No `undefined`, no `{name}` left unfilled, no message key shown instead of its text. */
export async function expectNoRawKeys(page: Page, keys: readonly string[]): Promise<void> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden, scripts above all, is not said to anybody.
  const words = await page.locator('body').innerText()
  expect(words).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\{[a-z]\w*\}/)
  const shown = words.split('\n').map((line) => line.trim())
  expect(shown.filter((line) => keys.includes(line))).toEqual([])
}

/** What makes the page wider than the screen, by its innermost elements; the test says nothing does. */
export async function tooWide(page: Page): Promise<string[]> {
  // A phone's window grows with what is too wide, so the screen is the measure.
  const screen = page.viewportSize()?.width ?? 0
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width)
    const named = wide.slice(-8).map((one) => one.outerHTML.slice(0, 160))
    return [`${document.documentElement.scrollWidth} of ${width}`, ...named]
  }, screen)
}

/** Serious and critical findings of axe by rule and place; the test says none. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // All frames are ours: a second page to put results of foreign ones together would cost more than the looking.
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
}

/**
 * Where a journey is taken once: every page of it is looked at on both screens by `every-page`, and what the screens
 * have in common need not be walked twice. See `grepInvert` in playwright.config.ts.
 */
export const atDesk = { tag: '@desk' }
export const onPhone = { tag: '@phone' }

type Own = { enter: (role: DemoRole) => Promise<void> }

export const test = base.extend<Own>({
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, args: severalProcesses(launchOptions.args) }),
    { scope: 'worker' },
  ],
  /** Signs the page's visitor in. */
  enter: ({ context, browser, baseURL }, use) => use((role) => enterAs(context, browser, role, baseURL ?? '')),
  /** Every test also fails on an error of the page itself, and on what its policy had to refuse, wherever it happened. */
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) errors.push(`${page.url()}: ${message.text()}`)
    })
    // As somebody who has touched a page before: the scripts of the next ones do not wait (e2e/wake.spec.ts).
    await page.addInitScript(() => {
      if (location.origin !== 'null') sessionStorage.setItem('awake', '1')
    })
    await use(page)
    // A stand-in may still be answering: with the page its own question is gone, too.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    expect(errors, 'errors in the page').toEqual([])
  },
})
