import { test } from '@playwright/test'
import { demoLogin, expect, signIn } from './fixtures'

/** One that no other run has. */
function freshGtin(): string {
  const digits = String(Date.now()).slice(-12)
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** A product is written by its form, seen in the languages it has, and keeps its old address. */
test('a seller writes goods with two options in two languages', async ({ page, request }) => {
  const tag = Date.now().toString(36)
  await signIn(page, demoLogin('seller'), 'en', '/en/seller/products/new')
  await page.goto('/en/seller/products/new')
  await page.locator('[name=title-en]').fill(`Trial bowl ${tag}`)
  await page.locator('summary', { hasText: 'Русский' }).click()
  await page.locator('[name=title-ru]').fill(`Пробная пиала ${tag}`)
  await page.locator('[name=values-1]').fill('cobalt, white')
  await page.locator('[name=axis-2]').fill('size')
  await page.locator('[name=values-2]').fill('S, M')
  await page.getByRole('button', { name: 'Make combinations' }).click()
  await expect(page.locator('[name=v3-sku]')).toBeVisible()
  for (const row of [0, 1, 2, 3]) {
    await page.locator(`[name=v${row}-sku]`).fill(`T-${tag}-${row}`)
    await page.locator(`[name=v${row}-price]`).fill('150000')
    await page.locator(`[name=v${row}-stock]`).fill('3')
  }
  await page.locator('[name=v0-gtin]').fill('123')
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await expect(page.getByText('the check digit is wrong')).toBeVisible()
  await expect(page.locator('[name=title-en]')).toHaveValue(`Trial bowl ${tag}`)
  await page.locator('[name=v0-gtin]').fill(freshGtin())
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await expect(page).toHaveURL(/\/products\/prd_\w+\?outcome=saved/)
  // The page that was left is not kept beside this one: its fields would take these labels.
  await expect(page.locator('[name=slug-en]')).toHaveCount(1)

  const [en, ru] = [
    await page.locator('[name=slug-en]').inputValue(),
    await page.locator('[name=slug-ru]').inputValue(),
  ]
  const answer = (path: string) => request.get(path, { maxRedirects: 0 })
  expect((await answer(`/en/p/${en}`)).status()).toBe(200)
  expect((await answer(`/ru/p/${ru}`)).status()).toBe(200)
  expect((await answer(`/uz/p/${en}`)).status()).toBe(404)
  expect((await answer(`/ru/p/${en}`)).headers()['location']).toContain(`/ru/p/${ru}`)

  await page.locator('[name=slug-en]').fill(`${en}-new`)
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.locator('[name=slug-en]')).toHaveValue(`${en}-new`)
  await expect.poll(async () => (await answer(`/en/p/${en}`)).status()).toBe(308)
  await page.getByRole('button', { name: 'Take down' }).click()
  await expect.poll(async () => (await answer(`/en/p/${en}-new`)).status()).toBe(410)
})
