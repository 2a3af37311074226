import { orderText } from '../lib/i18n/messages/order'
import { expect, onPhone, ownShop, test } from './fixtures'
import { buyer, placeOrder } from './rest'

const locale = 'ru'
const t = orderText[locale]

test(
  'an order opens by its number and phone on any device, and tells a stranger nothing',
  onPhone,
  async ({ page, request }) => {
    const { number } = await placeOrder(request, [ownShop])
    await page.goto(`/${locale}/orders/${number}`)
    await expect(page.getByText(buyer.name)).toHaveCount(0)
    await page.getByLabel(t.phone, { exact: true }).fill('+998 90 000-00-00')
    await page.getByRole('main').getByRole('button', { name: t.find, exact: true }).click()
    await expect(page.getByText(t.notFound)).toBeVisible()
    await page.getByLabel(t.number, { exact: true }).fill(number)
    await page.getByLabel(t.phone, { exact: true }).fill('90 123 45 67')
    await page.getByRole('main').getByRole('button', { name: t.find, exact: true }).click()
    await expect(page.getByText(buyer.name).first()).toBeVisible()
  },
)
