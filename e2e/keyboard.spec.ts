import type { Locator } from '@playwright/test'
import { cartText } from '../lib/i18n/messages/cart'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { layoutText } from '../lib/i18n/messages/layout'
import { payText } from '../lib/i18n/messages/pay'
import { addButton, orderIsPaid } from './checkout'
import { atDesk, expect, findProduct, ownShop, type Page, test } from './fixtures'
import { buyer } from './rest'

const locale = 'ru'
const t = checkoutText[locale]

test.use({ locale: 'ru-RU' })

/** Goes on with Tab until the target has the focus, and checks that the focus can be seen on the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never got there')
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(text)
}

/** Radios of a group are one stop of Tab; the arrows choose. */
async function chooseRadio(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`input[type="radio"][name="${name}"]`)
  const values = await group.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))
  const checked = await group.evaluateAll((radios) => radios.findIndex((radio) => (radio as HTMLInputElement).checked))
  await tabTo(page, group.nth(Math.max(checked, 0)))
  if (checked < 0) await page.keyboard.press('Space')
  for (let step = 0; step < values.length; step += 1) {
    if (await page.locator(`input[type="radio"][name="${name}"][value="${value}"]`).isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.locator(`input[type="radio"][name="${name}"][value="${value}"]`)).toBeChecked()
}

test('the whole purchase works by keyboard alone, in Russian', atDesk, async ({ page, request }) => {
  test.slow()
  const product = await findProduct(request, ownShop, locale)
  await page.goto(`/${locale}/p/${product.slug}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: layoutText[locale].skip })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, addButton(page, locale))
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
  expect(outline, 'the focus is visible').not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(page.getByText(layoutText[locale].addedToCart)).toBeVisible()

  await page.goto(`/${locale}/cart`)
  await tabTo(page, page.getByRole('link', { name: cartText[locale].checkout }))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${locale}/checkout`)
  await type(page, t.phone, buyer.phone)
  await type(page, t.name, 'Гульнора')
  for (const name of await radioGroups(page, 'pickup')) await chooseRadio(page, name, 'pickup')
  for (const name of await radioGroups(page, 'payme')) await chooseRadio(page, name, 'payme')
  await tabTo(page, page.getByRole('button', { name: t.submit, exact: true }).filter({ visible: true }).first())
  await page.keyboard.press('Enter')
  await page.waitForURL('**/pay/**')
  await tabTo(page, page.getByRole('button', { name: payText[locale].pay, exact: true }))
  await page.keyboard.press('Enter')
  await orderIsPaid(page, locale)
})

const radioGroups = (page: Page, value: string) =>
  page
    .locator(`input[type="radio"][value="${value}"]`)
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).name))
