import { type APIRequestContext, expect, type Page } from '@playwright/test'
import type { Locale } from '../lib/i18n'
import { payText } from '../lib/i18n/messages/pay'
import { type DemoRole, findProduct, ownShop, type Product } from './fixtures'
import { type Placed, placeOrder } from './rest'

/** `paid`: an order that will be paid when its page is first opened. */
export type Goods = { category: string; shop: string; product: Product; order: Placed; paid: Placed }

type Node = { slug: string; children: Node[] }

/** Something real for every page to show. */
export async function findGoods(request: APIRequestContext): Promise<Goods> {
  const { items } = (await (await request.get('/api/v1/categories')).json()) as { items: Node[] }
  const product = await findProduct(request, ownShop)
  const order = await placeOrder(request, [ownShop])
  const paid = await placeOrder(request, [ownShop], 'payme')
  return { category: items[0]?.slug ?? '', shop: ownShop, product, order, paid }
}

export type PageType = {
  name: string
  path: (goods: Goods) => string
  as?: DemoRole
  /** What to do first: a cart to fill, a row to open. */
  then?:
    | 'fill-cart'
    | 'save-goods'
    | 'open-parcel'
    | 'open-refund'
    | 'open-return'
    | 'open-goods'
    | 'open-prices'
    | 'pay'
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
  { name: 'paid-order', path: ({ paid }) => `/orders/${paid.number}?t=${paid.accessToken}`, then: 'pay' },
  { name: 'locked-order', path: ({ order }) => `/orders/${order.number}` },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'account', path: () => '/account', as: 'buyer' },
  { name: 'rewards', path: () => '/account/rewards', as: 'buyer' },
  { name: 'reminders', path: () => '/reminders' },
  { name: 'empty-saved', path: () => '/account/saved' },
  { name: 'saved', path: () => '/account/saved', then: 'save-goods' },
  { name: 'help', path: () => '/help' },
  { name: 'help-article', path: () => '/help/delivery' },
  { name: 'not-found', path: () => '/p/no-such-product' },
  { name: 'seller-today', path: () => '/seller', as: 'seller' },
  { name: 'seller-parcels', path: () => '/seller/parcels', as: 'seller' },
  { name: 'seller-parcel', path: () => '/seller/parcels', as: 'seller', then: 'open-parcel' },
  { name: 'seller-products', path: () => '/seller/products', as: 'seller' },
  { name: 'seller-new-product', path: () => '/seller/products/new', as: 'seller' },
  { name: 'seller-product', path: () => '/seller/products', as: 'seller', then: 'open-goods' },
  { name: 'seller-product-prices', path: () => '/seller/products', as: 'seller', then: 'open-prices' },
  { name: 'seller-prices', path: () => '/seller/prices', as: 'seller' },
  { name: 'seller-import', path: () => '/seller/import', as: 'seller' },
  { name: 'seller-coupons', path: () => '/seller/coupons', as: 'seller' },
  { name: 'seller-settings', path: () => '/seller/settings', as: 'seller' },
  { name: 'seller-refund', path: () => '/seller/parcels', as: 'seller', then: 'open-refund' },
  { name: 'seller-returns', path: () => '/seller/returns', as: 'seller' },
  { name: 'seller-return', path: () => '/seller/returns', as: 'seller', then: 'open-return' },
  { name: 'seller-money', path: () => '/seller/money', as: 'seller' },
  { name: 'admin', path: () => '/admin', as: 'admin' },
  { name: 'admin-payments', path: () => '/admin/payments', as: 'admin' },
  { name: 'admin-payment', path: ({ paid }) => `/admin/payments/${paid.number}`, as: 'admin' },
  { name: 'admin-refunds', path: () => '/admin/refunds', as: 'admin' },
  { name: 'admin-disputes', path: () => '/admin/disputes', as: 'admin' },
  { name: 'admin-returns', path: () => '/admin/returns', as: 'admin' },
  { name: 'admin-return', path: () => '/admin/returns', as: 'admin', then: 'open-return' },
  { name: 'admin-payouts', path: () => '/admin/payouts', as: 'admin' },
  { name: 'admin-payout-terms', path: () => '/admin/payouts/terms', as: 'admin' },
  { name: 'admin-commission', path: () => '/admin/commission', as: 'admin' },
  { name: 'admin-findings', path: () => '/admin/findings', as: 'admin' },
  { name: 'admin-coupons', path: () => '/admin/coupons', as: 'admin' },
  { name: 'admin-search', path: () => '/admin/search', as: 'admin' },
  { name: 'admin-review', path: () => '/admin/review', as: 'admin' },
  { name: 'admin-catalog', path: ({ category }) => `/admin/catalog?category=${category}`, as: 'admin' },
  { name: 'admin-marketing', path: () => '/admin/marketing', as: 'admin' },
  { name: 'admin-referral', path: () => '/admin/marketing/referral', as: 'admin' },
  { name: 'admin-experiments', path: () => '/admin/marketing/experiments', as: 'admin' },
  { name: 'admin-new-experiment', path: () => '/admin/marketing/experiments/new', as: 'admin' },
  { name: 'admin-heatmaps', path: () => '/admin/marketing/heatmaps', as: 'admin' },
  { name: 'admin-speed', path: () => '/admin/speed', as: 'admin' },
  { name: 'admin-ledger', path: () => '/admin/ledger?check=now', as: 'admin' },
]

/** Puts goods into the cart with the visitor's own cookies, as the form of a product page posts them. */
export async function fillCart(page: Page, locale: Locale, products: readonly Product[]): Promise<void> {
  for (const { variantId } of products) {
    const added = await page.request.post(`/${locale}/cart/add`, { form: { variantId, quantity: '1' } })
    expect(added.url(), 'the form leads to the cart').toContain(`/${locale}/cart`)
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

/** On the simulator's page, once: afterwards there is nothing to press. */
async function pay(page: Page, { url }: Placed): Promise<void> {
  await page.goto(url)
  const button = page.getByRole('button', { name: payText.uz.pay, exact: true })
  if ((await button.count()) === 0) return
  await button.click()
  await page.waitForURL((at) => at.pathname.includes('/orders/'))
}

/** Opens a page type as the right person, in the state that shows most of it. */
export async function openPage(page: Page, type: PageType, locale: Locale, goods: Goods): Promise<void> {
  if (type.then === 'fill-cart') await fillCart(page, locale, [goods.product])
  if (type.then === 'save-goods') await saveGoods(page, locale, goods)
  if (type.then === 'pay') await pay(page, goods.paid)
  await page.goto(`/${locale}${type.path(goods)}`)
  if (type.then === 'open-parcel' || type.then === 'open-refund') {
    const row = page.locator('tr[data-parcel] a').first()
    const rest = type.then === 'open-refund' ? '/refund?how=all' : ''
    await page.goto(`${await row.getAttribute('href')}${rest}`)
  }
  if (type.then === 'open-goods' || type.then === 'open-prices') {
    const link = page.getByRole('main').locator('a[href*="/seller/products/prd_"]').first()
    const { pathname } = new URL((await link.getAttribute('href')) ?? '', page.url())
    await page.goto(type.then === 'open-prices' ? `${pathname}/prices` : pathname)
  }
  if (type.then === 'open-return') {
    // A fresh market has none: then it is the list once more.
    const row = page.locator('td a').first()
    if ((await row.count()) > 0) await page.goto((await row.getAttribute('href')) ?? '')
  }
}
