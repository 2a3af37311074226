import { addButton } from './checkout'
import { expect, findProduct, ownShop, type Page, test } from './fixtures'

/** Whoever opens the market for the first time; the other tests come as somebody who has touched a page before. */
const forgetTouches = (page: Page) => page.addInitScript(() => sessionStorage.removeItem('awake'))
const waiting = (page: Page) => page.locator('script[data-late]')
const theme = (page: Page) => page.locator('html').getAttribute('data-theme')
const themeButton = (page: Page) => page.locator('button.theme, header button.iconbtn').locator('visible=true').first()

test('scripts wait until a page is touched, and a press before that is not lost', async ({ page }) => {
  await forgetTouches(page)
  await page.goto('/uz')
  expect(await waiting(page).count()).toBeGreaterThan(3)
  const before = await theme(page)
  await themeButton(page).click()
  await expect(waiting(page)).toHaveCount(0)
  await expect.poll(() => theme(page)).not.toBe(before)
  // Once and not twice: what has changed stays.
  await page.waitForTimeout(500)
  expect(await theme(page)).not.toBe(before)
})

test('a page that nobody touches wakes by itself', async ({ page }) => {
  await forgetTouches(page)
  const known = page.waitForResponse('**/api/me')
  await page.goto('/uz/cart')
  await known
  await expect(waiting(page)).toHaveCount(0)
  expect(await page.evaluate(() => sessionStorage.getItem('awake'))).toBeNull()
})

test('the next page of a visit does not wait', async ({ page, request }) => {
  const product = await findProduct(request, ownShop)
  await page.goto(`/uz/p/${product.slug}`)
  await expect(waiting(page)).toHaveCount(0)
  await addButton(page, 'uz').click()
  await expect(page).toHaveURL(new RegExp(`/uz/p/${product.slug}`))
})

test('a form that is sent before the scripts are there is sent', async ({ page, request }) => {
  await forgetTouches(page)
  await page.route('**/_next/static/chunks/*.js', (route) => route.abort())
  const product = await findProduct(request, ownShop)
  await page.goto(`/uz/p/${product.slug}`)
  await addButton(page, 'uz').click()
  await expect(page).toHaveURL(/\/uz\/cart/)
  await expect(page.getByRole('main').getByRole('link', { name: product.title })).toBeVisible()
})
