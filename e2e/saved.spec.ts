import { accountText } from '../lib/i18n/messages/account'
import { catalogText } from '../lib/i18n/messages/catalog'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { savedText } from '../lib/i18n/messages/saved'
import { atDesk, expect, findProduct, onPhone, ownShop, type Page, type Product, test } from './fixtures'

const locale = 'uz'
const t = savedText[locale]

const heartOf = (page: Page, { title }: Product) =>
  page.getByRole('button', { name: t.saveNamed.replace('{title}', title), exact: true }).first()

/** Presses when the script is there, and waits until the server knows. */
async function press(page: Page, product: Product, pressed: boolean): Promise<void> {
  const known = page.waitForResponse(/saved\/change/)
  await heartOf(page, product).click()
  await expect(heartOf(page, product)).toHaveAttribute('aria-pressed', String(pressed))
  expect((await known).ok()).toBe(true)
}

async function openProduct(page: Page, { slug }: Product): Promise<void> {
  const known = page.waitForResponse('**/api/me')
  await page.goto(`/${locale}/p/${slug}`)
  await known
}

test('a guest saves goods, finds them again and takes them into a new account', async ({ page, request }) => {
  const product = await findProduct(request, ownShop, locale)
  await openProduct(page, product)
  await press(page, product, true)
  await openProduct(page, product)
  await expect(heartOf(page, product)).toHaveAttribute('aria-pressed', 'true')

  await page.goto(`/${locale}/account/saved`)
  await expect(page.getByRole('heading', { name: t.title, level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: product.title, exact: true })).toBeVisible()
  await expect(page.getByText(t.keptHere)).toBeVisible()

  const account = accountText[locale]
  await page.goto(`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}/account/saved`)}`)
  const button = page.getByRole('button', { name: account.register, exact: true })
  const form = page.locator('form').filter({ has: button })
  await form.getByLabel(account.name, { exact: true }).fill('Nodira')
  await form.getByLabel(account.phone).fill(`+99893${String(Date.now()).slice(-7)}`)
  await form.getByLabel(account.password).fill('choynak-va-piyola-2026')
  await button.click()
  await page.waitForURL(`**/${locale}/account/saved`)
  await expect(page.getByText(t.kept, { exact: true })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: product.title, exact: true })).toBeVisible()

  await press(page, product, false)
  await page.reload()
  await expect(page.getByText(t.emptyTitle)).toBeVisible()
})

test('a heart that could not be kept is empty again, and it is said', onPhone, async ({ page, request }) => {
  const product = await findProduct(request, ownShop, locale)
  await openProduct(page, product)
  await page.route(/saved\/change/, (route) => route.abort())
  await heartOf(page, product).click()
  await expect(page.getByText(t.saveFailed)).toBeVisible()
  await expect(heartOf(page, product)).toHaveAttribute('aria-pressed', 'false')
})

test.describe('without JavaScript', () => {
  // A slow answer ends a page's transition, which Chromium reports as an error of the page.
  test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } })

  test('a heart saves and shows the list, and is emptied there', atDesk, async ({ page, request }) => {
    const product = await findProduct(request, ownShop, locale)
    await page.goto(`/${locale}/p/${product.slug}`)
    await heartOf(page, product).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/account/saved$`))
    await expect(page.getByRole('main').getByRole('link', { name: product.title, exact: true })).toBeVisible()
    await heartOf(page, product).click()
    await expect(page.getByText(t.emptyTitle)).toBeVisible()
  })

  test('buy now goes straight to checkout with that product', onPhone, async ({ page, request }) => {
    const product = await findProduct(request, ownShop, locale)
    await page.goto(`/${locale}/p/${product.slug}`)
    await page.getByRole('button', { name: catalogText[locale].buyNow }).filter({ visible: true }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/checkout$`))
    await expect(page.getByRole('heading', { level: 1, name: checkoutText[locale].title })).toBeVisible()
  })
})
