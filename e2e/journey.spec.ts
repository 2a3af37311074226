import { formatPhone } from '../lib/format'
import { cartText } from '../lib/i18n/messages/cart'
import { catalogText } from '../lib/i18n/messages/catalog'
import { layoutText } from '../lib/i18n/messages/layout'
import { orderText } from '../lib/i18n/messages/order'
import { payText } from '../lib/i18n/messages/pay'
import { sellerText } from '../lib/i18n/messages/seller'
import {
  addButton,
  chooseDelivery,
  choosePayment,
  fillAddress,
  fillContact,
  orderIsPaid,
  orderNumber,
  submitOrder,
} from './checkout'
import {
  atDesk,
  demoLogin,
  expect,
  fill,
  findProduct,
  otherShop,
  ownShop,
  type Page,
  type Product,
  signIn,
  test,
} from './fixtures'
import { buyer } from './rest'

const locale = 'uz'
const t = sellerText[locale]

/** Confirms, packs, ships and delivers one parcel at an open desk. */
async function handOver(desk: Page, number: string): Promise<void> {
  const row = desk.locator('tr[data-parcel]').filter({ hasText: number })
  await expect(row, 'the parcel came to the open desk by itself').toBeVisible({ timeout: 20_000 })
  await row.getByRole('link', { name: fill(t.parcel, { number }) }).click()
  await expect(desk.getByText(buyer.name).first()).toBeVisible()
  await expect(desk.getByText(formatPhone(buyer.phone))).toBeVisible()
  await desk.getByRole('button', { name: t.confirm, exact: true }).click()
  await desk.getByRole('button', { name: t.pack, exact: true }).click()
  await desk.getByLabel(t.carrier).fill('BTS Express')
  await desk.getByLabel(t.tracking).fill(`BTS-${number}`)
  await desk.getByRole('button', { name: t.ship, exact: true }).click()
  await expect(desk.getByRole('button', { name: t.deliver, exact: true })).toBeVisible()
}

async function deliver(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: t.deliver, exact: true }).click()
  await expect(desk.getByText(t.done)).toBeVisible()
}

async function fillTheCart(page: Page, products: readonly Product[]): Promise<void> {
  for (const product of products) {
    await page.goto(`/${locale}/p/${product.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(product.title)
    await addButton(page, locale).click()
    await expect(page.getByText(layoutText[locale].addedToCart)).toBeVisible()
  }
  await page.goto(`/${locale}/cart`)
  for (const { title } of products)
    await expect(page.getByRole('main').getByRole('link', { name: title }).first()).toBeVisible()
}

/** From the cart to the paid order; answers its number. */
async function buy(page: Page): Promise<string> {
  const words = cartText[locale]
  const wide = page.getByRole('link', { name: words.checkout, exact: true })
  const narrow = page.getByRole('link', { name: words.checkoutShort, exact: true })
  await wide.or(narrow).filter({ visible: true }).first().click()
  await page.waitForURL(`**/${locale}/checkout`)
  await fillContact(page, locale)
  await fillAddress(page, locale)
  await chooseDelivery(page, locale, 'courier')
  await choosePayment(page, 'payme')
  await submitOrder(page, locale)
  await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
  const number = await orderNumber(page)
  await orderIsPaid(page, locale)
  return number
}

test('goods of two shops are paid once, each shop ships its own, and the buyer sees it without reloading', async ({
  page,
  browser,
  baseURL,
  request,
  viewport,
}) => {
  test.setTimeout(180_000)
  const shops = [ownShop, await otherShop(request, ownShop)]
  const desks: Page[] = []
  for (const shop of shops) {
    const desk = await (await browser.newContext({ baseURL: baseURL ?? '', viewport })).newPage()
    await signIn(desk, demoLogin('seller', shop), locale, `/${locale}/seller/parcels`)
    desks.push(desk)
  }
  await fillTheCart(page, await Promise.all(shops.map((shop) => findProduct(request, shop))))
  const number = await buy(page)
  await expect(
    page
      .getByRole('main')
      .getByText(fill(orderText[locale].parcel, { n: 2 }))
      .first(),
  ).toBeVisible()
  await page.evaluate(() => void Object.assign(window, { neverReloaded: true }))

  for (const desk of desks) await handOver(desk, number)
  await expect(page.getByText(`BTS-${number}`)).toHaveCount(2, { timeout: 20_000 })
  for (const desk of desks) await deliver(desk)
  await expect(page.getByText(orderText[locale].headCompleted)).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => 'neverReloaded' in window), 'the page was never reloaded').toBe(true)
  for (const desk of desks) await desk.context().close()
})

test('a sold-out variant says so and cannot be bought', atDesk, async ({ page, request }) => {
  const { items } = (await (await request.get('/api/v1/products?limit=100')).json()) as {
    items: { slug: string; inStock: boolean }[]
  }
  const gone = items.find((item) => !item.inStock)
  test.skip(gone === undefined, 'everything is in stock')
  await page.goto(`/${locale}/p/${gone?.slug}`)
  await expect(
    page.getByText(catalogText[locale].soldOut, { exact: true }).filter({ visible: true }).first(),
  ).toBeVisible()
})
