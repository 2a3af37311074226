import { checkoutText } from '../lib/i18n/messages/checkout'
import { couponText } from '../lib/i18n/messages/coupon'
import { orderText } from '../lib/i18n/messages/order'
import { chooseDelivery, choosePayment, fillContact, submitOrder } from './checkout'
import { axeFindings, demoLogin, expect, findProduct, onPhone, ownShop, signIn, test } from './fixtures'

const locale = 'uz'
const t = checkoutText[locale]

test(
  'a promo code of the desk, followed by its link, lowers the total and stands in the order',
  onPhone,
  async ({ page, browser, baseURL, request }) => {
    const words = couponText[locale]
    const code = `E2E-${Date.now().toString(36).toUpperCase()}`
    await signIn(page, demoLogin('admin'), locale, `/${locale}/admin/coupons`)
    await page.getByLabel(words.code, { exact: true }).fill(code)
    await page.getByLabel(words.value).fill('10')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(page.getByText(words.saved)).toBeVisible()
    await expect(page.getByText(code, { exact: true })).toBeVisible()
    expect(await axeFindings(page)).toEqual([])

    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      ...(page.viewportSize() && { viewport: page.viewportSize() }),
    })
    const shopper = await context.newPage()
    const product = await findProduct(request, ownShop)
    await shopper.goto(`/${locale}/coupon/${code.toLowerCase()}?to=/${locale}/p/${product.slug}`)
    expect(new URL(shopper.url()).pathname).toBe(`/${locale}/p/${product.slug}`)
    const headers = { origin: new URL(shopper.url()).origin }
    await shopper.request.post(`/${locale}/cart/add`, {
      form: { variantId: product.variantId, quantity: '1' },
      headers,
    })
    await shopper.goto(`/${locale}/checkout`)
    const field = shopper.getByLabel(t.coupon, { exact: true })
    await expect(field).toHaveValue(code)
    await expect(shopper.getByText(t.couponOff)).toBeVisible()
    await field.fill('YOQ-BUNDAY')
    await shopper.getByRole('button', { name: t.couponApply, exact: true }).click()
    await expect(shopper.getByText(t['unknown-coupon'])).toBeVisible()
    await field.fill(code)
    await shopper.getByRole('button', { name: t.couponApply, exact: true }).click()
    await expect(shopper.getByText(t.couponOff)).toBeVisible()
    await fillContact(shopper, locale)
    await chooseDelivery(shopper, locale, 'pickup')
    await choosePayment(shopper, 'cash')
    await submitOrder(shopper, locale)
    await expect(shopper.getByText(orderText[locale].discount, { exact: true })).toBeVisible()
    await context.close()
  },
)
