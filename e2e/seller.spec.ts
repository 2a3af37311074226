import { goodsText } from '../lib/i18n/messages/goods-desk'
import { layoutText } from '../lib/i18n/messages/layout'
import { sellerText } from '../lib/i18n/messages/seller'
import { atDesk, demoLogin, expect, fill, onPhone, ownShop, signIn, test } from './fixtures'
import { ownProduct } from './own-product'
import { placeOrder } from './rest'

const locale = 'uz'
const t = sellerText[locale]
const goods = goodsText[locale]

test('sign-in leads back to the desk that was asked for', atDesk, async ({ page }) => {
  await signIn(page, demoLogin('seller'), locale, `/${locale}/seller/products`)
  await expect(page).toHaveURL(`/${locale}/seller/products`)
  await expect(page.getByRole('heading', { level: 1, name: t.products })).toBeVisible()
})

test('a buyer has no desk and no word in anybody else’s', atDesk, async ({ page, enter }) => {
  await enter('buyer')
  for (const desk of ['seller', 'seller/parcels', 'admin']) {
    await page.goto(`/${locale}/${desk}`)
    await expect(page).toHaveURL(/\/sign-in|\/account/)
  }
})

test('a new parcel comes to the open desk without reloading', atDesk, async ({ page, enter, request }) => {
  await enter('seller')
  await page.goto(`/${locale}/seller/parcels?status=pending`)
  await page.evaluate(() => void Object.assign(window, { neverReloaded: true }))
  const { number } = await placeOrder(request, [ownShop], 'cash')
  await expect(page.locator('tr[data-parcel]').filter({ hasText: number })).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true)
})

test('stock is edited in place and kept', async ({ page, enter }) => {
  await enter('seller')
  await page.goto(`/${locale}/seller/products`)
  const stock = page.locator('input[name="quantity"]').first()
  const name = await stock.getAttribute('aria-label')
  await stock.fill('37')
  await stock.press('Enter')
  await expect(page.getByRole('status').getByText(t.saved)).toBeVisible()
  await page.goto(`/${locale}/seller/products`)
  await expect(page.getByLabel(name ?? '', { exact: true })).toHaveValue('37')
})

test('many rows are changed at once, and one click takes it back', async ({ page, enter, request }) => {
  const [first, second] = [await ownProduct(request), await ownProduct(request)]
  await enter('seller')
  await page.goto(`/${locale}/seller/products?q=Sinov&show=active`)
  for (const { sku } of [first, second]) await page.locator(`input[type=checkbox][value="${sku}"]`).check()
  await expect(page.getByText(fill(goods.chosen, { count: 2 }))).toBeVisible()
  await page.locator('summary', { hasText: goods.changePrice }).click()
  await page.getByLabel(goods.percent).fill('10')
  await page.getByLabel(goods.percent).press('Enter')
  const said = page.getByRole('status').filter({ hasText: fill(goods.rows, { count: 2 }) })
  await expect(said).toBeVisible()
  const price = page.getByLabel(fill(goods.priceOf, { title: `${first.title}, ${first.sku}` }))
  await expect(price).toHaveValue('110700')
  await page.getByRole('button', { name: goods.undo }).click()
  await expect(page.getByText(fill(goods.restored, { count: 2 }))).toBeVisible()
  await expect(price).toHaveValue('123000')
})

test('a list of goods is kept by name, without a script', atDesk, async ({ enter, context, browser, baseURL }) => {
  await enter('seller')
  const plain = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const page = await plain.newPage()
  // Of its own: what is kept already is not offered to be kept again.
  const mark = Date.now().toString(36)
  const name = `E2E ${mark}`
  await page.goto(`/${locale}/seller/products?stock=low&q=${mark}`)
  await page.getByText(goods.saveFilter).click()
  await page.getByLabel(goods.filterName).fill(name)
  await page.getByRole('button', { name: goods.save, exact: true }).last().click()
  await expect(page.getByText(goods.filterKept)).toBeVisible()
  await page.goto(`/${locale}/seller/products`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`stock=low&q=${mark}`))
  await page.getByRole('button', { name: fill(goods.dropFilter, { name }) }).click()
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await plain.close()
})

test('a cancelled parcel says what it means first, and ends there', onPhone, async ({ page, enter, request }) => {
  await enter('seller')
  await page.goto(`/${locale}/seller/parcels?status=pending`)
  const { number } = await placeOrder(request, [ownShop], 'cash')
  const row = page.locator('tr[data-parcel]').filter({ hasText: number })
  await row.getByRole('link').first().click()
  await page.getByText(t.cancelTitle).click()
  await expect(page.getByText(t.cancelHelp)).toBeVisible()
  await page.getByRole('button', { name: t.cancel, exact: true }).click()
  await expect(page.getByText(t.done)).toBeVisible()
})

test('a parcel of another shop is not found', atDesk, async ({ page, enter }) => {
  await enter('seller')
  await page.goto(`/${locale}/seller/parcels/par_0000000000000000`)
  await expect(page.getByText(layoutText[locale].notFoundTitle)).toBeVisible()
})
