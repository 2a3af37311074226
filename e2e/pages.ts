import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import type { Locale } from '../lib/i18n'
import { type DemoRole, demoLogin, findProduct, ownShop, type Product, signIn } from './fixtures'
import { type Placed, placeOrder } from './rest'

export type Goods = { category: string; shop: string; product: Product; order: Placed }

type Node = { slug: string; children: Node[] }

/** Something real for every page to show. */
export async function findGoods(request: APIRequestContext): Promise<Goods> {
  const { items } = (await (await request.get('/api/v1/categories')).json()) as { items: Node[] }
  const product = await findProduct(request, ownShop)
  const order = await placeOrder(request, [ownShop])
  return { category: items[0]?.slug ?? '', shop: ownShop, product, order }
}

export type PageType = {
  name: string
  path: (goods: Goods) => string
  as?: DemoRole
  /** What to do first: a cart to fill, a row to open. */
  then?: 'fill-cart' | 'save-goods' | 'open-parcel'
}

export const pageTypes: PageType[] = [
  { name: 'home', path: () => '' },
  { name: 'category', path: ({ category }) => `/c/${category}` },
  { name: 'product', path: ({ product }) => `/p/${product.slug}` },
  { name: 'shop', path: ({ shop }) => `/shop/${shop}` },
  { name: 'search', path: ({ product }) => `/search?q=${encodeURIComponent(product.title.split(' ')[0] ?? '')}` },
  { name: 'search-without-answer', path: () => '/search?q=zzzzqqqxxx' },
  { name: 'empty-cart', path: () => '/cart' },
  { name: 'cart', path: () => '/cart', then: 'fill-cart' },
  { name: 'empty-checkout', path: () => '/checkout' },
  { name: 'checkout', path: () => '/checkout', then: 'fill-cart' },
  { name: 'orders', path: () => '/orders' },
  { name: 'order', path: ({ order }) => `/orders/${order.number}?t=${order.accessToken}` },
  { name: 'locked-order', path: ({ order }) => `/orders/${order.number}` },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'account', path: () => '/account', as: 'buyer' },
  { name: 'empty-saved', path: () => '/account/saved' },
  { name: 'saved', path: () => '/account/saved', then: 'save-goods' },
  { name: 'help', path: () => '/help' },
  { name: 'help-article', path: () => '/help/delivery' },
  { name: 'not-found', path: () => '/p/no-such-product' },
  { name: 'seller-today', path: () => '/seller', as: 'seller' },
  { name: 'seller-parcels', path: () => '/seller/parcels', as: 'seller' },
  { name: 'seller-parcel', path: () => '/seller/parcels', as: 'seller', then: 'open-parcel' },
  { name: 'seller-products', path: () => '/seller/products', as: 'seller' },
  { name: 'admin', path: () => '/admin', as: 'admin' },
]

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

/** Puts goods into the cart as a page without a script does: a posted form. */
export async function fillCart(page: Page, locale: Locale, products: readonly Product[]): Promise<void> {
  for (const product of products) {
    await page.goto(`/${locale}/p/${product.slug}`)
    await page
      .locator('form[data-cart-add]')
      .first()
      .evaluate((form) => {
        form.removeAttribute('data-cart-add')
        if (form instanceof HTMLFormElement) form.submit()
      })
    await page.waitForURL(`**/${locale}/cart**`)
  }
}

/** Likes the goods of a page, as many as it has. */
async function saveGoods(page: Page, locale: Locale, { category }: Goods): Promise<void> {
  await page.goto(`/${locale}/c/${category}`)
  for (const heart of (await page.locator('[data-heart]').all()).slice(0, 3)) {
    const [answer] = await Promise.all([page.waitForResponse(/saved\/change/), heart.click()])
    if (!answer.ok()) throw new Error(`a heart answered ${answer.status()}`)
  }
}

/** Opens a page type as the right person, in the state that shows most of it. */
export async function openPage(page: Page, type: PageType, locale: Locale, goods: Goods): Promise<void> {
  if (type.then === 'fill-cart') await fillCart(page, locale, [goods.product])
  if (type.then === 'save-goods') await saveGoods(page, locale, goods)
  await page.goto(`/${locale}${type.path(goods)}`)
  if (type.then === 'open-parcel') {
    const row = page.locator('tr[data-parcel] a').first()
    await page.goto((await row.getAttribute('href')) ?? '')
  }
}
