import { layoutText } from '../lib/i18n/messages/layout'
import { sellerText } from '../lib/i18n/messages/seller'
import { demoLogin, expect, ownShop, signIn, test } from './fixtures'
import { enterAs } from './pages'
import { placeOrder } from './rest'

const locale = 'uz'
const t = sellerText[locale]

test('sign-in leads back to the desk that was asked for', async ({ page }) => {
  await signIn(page, demoLogin('seller'), locale, `/${locale}/seller/products`)
  await expect(page).toHaveURL(`/${locale}/seller/products`)
  await expect(page.getByRole('heading', { level: 1, name: t.products })).toBeVisible()
})

test('a buyer has no desk and no word in anybody else’s', async ({ page, context, browser, baseURL }) => {
  await enterAs(context, browser, 'buyer', baseURL ?? '')
  for (const desk of ['seller', 'seller/parcels', 'admin']) {
    await page.goto(`/${locale}/${desk}`)
    await expect(page).toHaveURL(/\/sign-in|\/account/)
  }
})

test('a new parcel comes to the open desk without reloading', async ({ page, context, browser, baseURL, request }) => {
  await enterAs(context, browser, 'seller', baseURL ?? '')
  await page.goto(`/${locale}/seller/parcels?status=pending`)
  await page.evaluate(() => void Object.assign(window, { neverReloaded: true }))
  const { number } = await placeOrder(request, [ownShop], 'cash')
  await expect(page.locator('tr[data-parcel]').filter({ hasText: number })).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true)
})

test('stock is edited in place and kept', async ({ page, context, browser, baseURL }) => {
  await enterAs(context, browser, 'seller', baseURL ?? '')
  await page.goto(`/${locale}/seller/products`)
  const stock = page.locator('input[name="quantity"]').first()
  const name = await stock.getAttribute('aria-label')
  await stock.fill('37')
  await stock.press('Enter')
  await expect(page.getByRole('status').getByText(t.saved)).toBeVisible()
  await page.goto(`/${locale}/seller/products`)
  await expect(page.getByLabel(name ?? '', { exact: true })).toHaveValue('37')
})

test('a cancelled parcel says what it means first, and ends there', async ({
  page,
  context,
  browser,
  baseURL,
  request,
}) => {
  await enterAs(context, browser, 'seller', baseURL ?? '')
  await page.goto(`/${locale}/seller/parcels?status=pending`)
  const { number } = await placeOrder(request, [ownShop], 'cash')
  const row = page.locator('tr[data-parcel]').filter({ hasText: number })
  await row.getByRole('link').first().click()
  await page.getByText(t.cancelTitle).click()
  await expect(page.getByText(t.cancelHelp)).toBeVisible()
  await page.getByRole('button', { name: t.cancel, exact: true }).click()
  await expect(page.getByText(t.done)).toBeVisible()
})

test('a parcel of another shop is not found', async ({ page, context, browser, baseURL }) => {
  await enterAs(context, browser, 'seller', baseURL ?? '')
  await page.goto(`/${locale}/seller/parcels/par_0000000000000000`)
  await expect(page.getByText(layoutText[locale].notFoundTitle)).toBeVisible()
})
