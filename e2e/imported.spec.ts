import { execFileSync } from 'node:child_process'
import { layoutText } from '../lib/i18n/messages/layout'
import { payText } from '../lib/i18n/messages/pay'
import {
  addButton,
  chooseDelivery,
  choosePayment,
  fillContact,
  orderIsPaid,
  orderNumber,
  submitOrder,
} from './checkout'
import { expect, otherShop, ownShop, test } from './fixtures'

const locale = 'en'

/** What an operator types; a second import of the same file changes nothing. */
function importGoods(shop: string): string {
  const flags = [
    '--shop',
    shop,
    '--file',
    'e2e/fixtures-data/shopify-goods.csv',
    '--currency',
    'USD',
    '--rate',
    '12650',
  ]
  return execFileSync(process.execPath, ['scripts/run.mjs', 'bozor', 'import', 'products', ...flags], {
    encoding: 'utf8',
  })
}

test.use({ locale: 'en-GB' })

test('a product of a Shopify file is found, bought and paid', async ({ page, request }) => {
  test.slow()
  const shop = await otherShop(request, ownShop)
  // Both widths are tested at once, and two imports of one file may be in each other's way.
  await expect(() => expect(importGoods(shop)).toContain('0 refused')).toPass({ timeout: 90_000 })

  await page.goto(`/${locale}/search?q=${encodeURIComponent('walnut serving board')}`)
  const link = page.getByRole('link', { name: 'Walnut Serving Board', exact: true }).first()
  // The islands ask for the visitor once the page's script is there; a choice made earlier would be lost.
  const ready = page.waitForResponse('**/api/me')
  await page.goto((await link.getAttribute('href')) ?? '')
  await ready
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Walnut Serving Board')
  await expect(page.getByText('One plank of walnut, oiled by hand.')).toBeVisible()
  await page.locator('fieldset').getByText('Large', { exact: true }).click()
  await expect(
    page
      .locator('.price')
      .filter({ hasText: /379.373\.50/, visible: true })
      .first(),
  ).toBeVisible()

  await addButton(page, locale).click()
  await expect(page.getByText(layoutText[locale].addedToCart)).toBeVisible()
  await page.goto(`/${locale}/cart`)
  await expect(page.getByRole('link', { name: 'Walnut Serving Board' })).toBeVisible()

  await page.goto(`/${locale}/checkout`)
  await fillContact(page, locale)
  await chooseDelivery(page, locale, 'pickup')
  await choosePayment(page, 'payme')
  await submitOrder(page, locale)
  await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
  await expect(
    page
      .getByRole('main')
      .getByText(await orderNumber(page))
      .first(),
  ).toBeVisible()
  await orderIsPaid(page, locale)
  await expect(page.getByText('Walnut Serving Board')).toBeVisible()
})
