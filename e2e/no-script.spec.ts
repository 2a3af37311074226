import { cartText } from '../lib/i18n/messages/cart'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { orderText } from '../lib/i18n/messages/order'
import { payText } from '../lib/i18n/messages/pay'
import { sellerText } from '../lib/i18n/messages/seller'
import { addButton, chooseDelivery, choosePayment, fillContact, orderNumber, submitOrder } from './checkout'
import { atDesk, demoLogin, expect, findProduct, onPhone, otherShop, ownShop, signIn, test } from './fixtures'
import { placeOrder } from './rest'

const locale = 'en'

test.use({ javaScriptEnabled: false, locale: 'en-GB' })

test(
  'a buyer without JavaScript adds, checks out, pays and sees the order, in English',
  onPhone,
  async ({ page, request }) => {
    test.slow()
    for (const shop of [ownShop, await otherShop(request, ownShop)]) {
      const product = await findProduct(request, shop, locale)
      await page.goto(`/${locale}/p/${product.slug}`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(product.title)
      await addButton(page, locale).click()
      await expect(page).toHaveURL(new RegExp(`/${locale}/cart`))
      await expect(page.getByRole('main').getByRole('link', { name: product.title })).toBeVisible()
    }
    await page.goto(`/${locale}/checkout`)
    await expect(page.getByRole('heading', { level: 1, name: checkoutText[locale].title })).toBeVisible()
    await fillContact(page, locale)
    await chooseDelivery(page, locale, 'pickup')
    await choosePayment(page, 'payme')
    await submitOrder(page, locale)
    await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
    const number = await orderNumber(page)
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(orderText[locale].headPaid)).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 20_000 })
    await page.goto(`/${locale}/cart`)
    await expect(page.getByText(cartText[locale].emptyTitle)).toBeVisible()
  },
)

test('a seller without JavaScript confirms and packs', atDesk, async ({ page, request }) => {
  test.slow()
  const t = sellerText[locale]
  await signIn(page, demoLogin('seller'), locale, `/${locale}/seller`)
  const { number } = await placeOrder(request, [ownShop], 'cash')
  await page.goto(`/${locale}/seller/parcels?status=pending`)
  const row = page.locator('tr[data-parcel]').filter({ hasText: number })
  await row.getByRole('button', { name: t.confirm, exact: true }).click()
  await expect(page.getByRole('status').getByText(t.saved)).toBeVisible()
  await page.goto(`/${locale}/seller/parcels?status=confirmed`)
  await row.getByRole('button', { name: t.pack, exact: true }).click()
  await expect(page.getByRole('status').getByText(t.saved)).toBeVisible()
})
