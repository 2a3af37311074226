import { expect, fill, findProduct, otherShop, signIn, test } from './fixtures'
import { addButton, chooseDelivery, choosePayment, fillAddress, fillContact, orderIsPaid, orderNumber, submitOrder } from './checkout'
import { buyer } from './rest'
import { cartText } from '../lib/i18n/messages/cart'
import { catalogText } from '../lib/i18n/messages/catalog'
import { layoutText } from '../lib/i18n/messages/layout'
import { orderText } from '../lib/i18n/messages/order'
import { payText } from '../lib/i18n/messages/pay'
import { sellerText } from '../lib/i18n/messages/seller'
import { formatPhone } from '../lib/format'

const locale = 'uz'
const t = sellerText[locale]

test('goods from two shops are paid once, shipped by the seller, and the buyer sees it without reloading', async ({
  page,
  browser,
  baseURL,
  request,
  viewport,
}) => {
  test.slow()
  const seller = await (await browser.newContext({ baseURL: baseURL ?? '', viewport })).newPage()
  await signIn(seller, 'seller', locale, `/${locale}/seller/parcels`)
  await expect(seller).toHaveURL(`/${locale}/seller/parcels`)
  const shopLink = seller.locator(`a[href^="/${locale}/shop/"]`).first()
  const ownShop = (await shopLink.getAttribute('href'))?.split('/').at(-1) ?? ''
  const products = [await findProduct(request, ownShop), await findProduct(request, await otherShop(request, ownShop))]

  for (const product of products) {
    await page.goto(`/${locale}/p/${product.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(product.title)
    await addButton(page, locale).click()
    await expect(page.getByText(layoutText[locale].addedToCart)).toBeVisible()
  }

  await page.goto(`/${locale}/cart`)
  for (const product of products) await expect(page.getByRole('main').getByRole('link', { name: product.title })).toBeVisible()
  const toCheckout = page.getByRole('link', { name: cartText[locale].checkout }).or(
    page.getByRole('link', { name: cartText[locale].checkoutShort, exact: true }),
  )
  await toCheckout.filter({ visible: true }).first().click()
  await page.waitForURL(`**/${locale}/checkout`)
  await fillContact(page, locale)
  await fillAddress(page, locale)
  await chooseDelivery(page, locale, 'courier')
  await choosePayment(page, 'payme')
  await submitOrder(page, locale)

  await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
  const number = await orderNumber(page)
  await orderIsPaid(page, locale)
  await expect(page.getByRole('heading', { name: fill(orderText[locale].parcel, { n: 2 }) })).toBeVisible()
  await page.evaluate(() => void Object.assign(window, { neverReloaded: true }))

  // The desk was open all the while: the new parcel comes to it by itself.
  const row = seller.locator('tr[data-parcel]').filter({ hasText: number })
  await expect(row).toBeVisible({ timeout: 20_000 })
  await row.getByRole('link', { name: fill(t.parcel, { number }) }).click()
  await expect(seller.getByText(buyer.name).first()).toBeVisible()
  await expect(seller.getByText(formatPhone(buyer.phone))).toBeVisible()
  await seller.getByRole('button', { name: t.confirm, exact: true }).click()
  await seller.getByRole('button', { name: t.pack, exact: true }).click()
  await seller.getByLabel(t.carrier).fill('BTS Express')
  await seller.getByLabel(t.tracking).fill(`BTS-${number}`)
  await seller.getByRole('button', { name: t.ship, exact: true }).click()
  await expect(seller.getByRole('button', { name: t.deliver, exact: true })).toBeVisible()

  await expect(page.getByText(`BTS-${number}`)).toBeVisible({ timeout: 20_000 })
  await seller.getByRole('button', { name: t.deliver, exact: true }).click()
  await expect(seller.getByText(t.done)).toBeVisible()
  await expect(page.getByText(orderText[locale].delivered).first()).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => 'neverReloaded' in window), 'the page was never reloaded').toBe(true)
  await seller.context().close()
})

test('a sold-out variant says so and cannot be bought', async ({ page, request }) => {
  const { items } = (await (await request.get('/api/v1/products?limit=100')).json()) as {
    items: { slug: string; inStock: boolean }[]
  }
  const gone = items.find((item) => !item.inStock)
  test.skip(gone === undefined, 'everything is in stock')
  await page.goto(`/${locale}/p/${gone?.slug}`)
  await expect(page.getByText(catalogText[locale].notify).filter({ visible: true }).first()).toBeVisible()
})
