import type { Locator, Page } from '@playwright/test'
import { catalogText } from '../lib/i18n/messages/catalog'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { orderText } from '../lib/i18n/messages/order'
import { expect, type Locale } from './fixtures'
import { buyer } from './rest'

/** The buttons of the wide page and of the phone's buy bar are both there; only one is shown. */
export function addButton(page: Page, locale: Locale): Locator {
  const t = catalogText[locale]
  const form = page.locator('form[data-cart-add]').first()
  return form
    .getByRole('button', { name: t.addLong })
    .or(form.getByRole('button', { name: t.add, exact: true }))
    .filter({ visible: true })
}

export async function fillContact(page: Page, locale: Locale): Promise<void> {
  const t = checkoutText[locale]
  await page.getByLabel(t.name, { exact: true }).fill(buyer.name)
  await page.getByLabel(t.phone, { exact: true }).fill(buyer.phone)
}

/** The districts are those of the chosen region once the page's script is there; until then it may miss the choice. */
export async function fillAddress(page: Page, locale: Locale): Promise<void> {
  const t = checkoutText[locale]
  const region = page.getByLabel(t.region, { exact: true })
  const district = page.getByLabel(t.district, { exact: true })
  await expect(async () => {
    await region.selectOption({ index: 0 })
    await region.selectOption({ index: 1 })
    await expect(district.locator('optgroup')).toHaveCount(0, { timeout: 1000 })
  }).toPass()
  await district.selectOption({ index: 1 })
  await page.getByLabel(t.street, { exact: true }).fill(t.streetHint)
}

/** The same way of delivery for every shop of the cart. */
export async function chooseDelivery(page: Page, locale: Locale, method: 'courier' | 'pickup'): Promise<void> {
  for (const choice of await page.locator(`input[type="radio"][value="${method}"]`).all()) {
    await choice.check()
  }
  await expect(page.getByText(checkoutText[locale][method]).first()).toBeVisible()
}

export async function choosePayment(page: Page, provider: 'payme' | 'cash'): Promise<void> {
  await page.locator(`input[type="radio"][value="${provider}"]`).check()
}

/** Without a script another delivery changes the total, and the page asks once more; it kept what was written. */
export async function submitOrder(page: Page, locale: Locale): Promise<void> {
  const t = checkoutText[locale]
  const button = page.getByRole('button', { name: t.submit, exact: true }).filter({ visible: true }).first()
  const placed = () => /\/(pay|orders)\//.test(new URL(page.url()).pathname)
  await button.click()
  await expect.poll(async () => placed() || (await page.getByText(t.problemTitle).isVisible())).toBe(true)
  if (placed()) return
  await button.click()
  await expect.poll(placed).toBe(true)
}

export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL((url) => url.pathname.includes('/orders/'))
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

export const orderIsPaid = (page: Page, locale: Locale) =>
  expect(page.getByRole('main').getByText(orderText[locale].headPaid)).toBeVisible({ timeout: 20_000 })
