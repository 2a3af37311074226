import { priceText } from '../lib/i18n/messages/price'
import { atDesk, demoLogin, expect, onPhone, signIn, test } from './fixtures'

const t = priceText.uz
const here = '/uz/seller/products'

test(
  'a seller sees what may be struck through, is refused more, and keeps what was written',
  onPhone,
  async ({ page }) => {
    await signIn(page, demoLogin('seller'), 'uz', here)
    await page.getByRole('link', { name: t.prices, exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: t.ofProduct })).toBeVisible()
    const form = page
      .locator('form')
      .filter({ has: page.getByLabel(t.was) })
      .first()
    const was = form.getByLabel(t.was)
    await was.fill('99 999 999')
    await form.getByRole('button', { name: t.save }).click()
    await expect(form.getByRole('alert').first()).toContainText(t.notSaved)
    await expect(was).toHaveAttribute('aria-invalid', 'true')
    await expect(was).toHaveValue('99 999 999')
  },
)

test('a price list is pasted, waits for its time and is taken back', atDesk, async ({ page }) => {
  await signIn(page, demoLogin('seller'), 'uz', here)
  const sku = (await page.locator('input[name="sku"]').first().inputValue()) || ''
  await page.goto('/uz/seller/prices')
  const name = `Bahor ${Date.now()}`
  await page.getByLabel(t.listName).fill(name)
  await page.getByLabel(t.from).fill('2030-01-01T09:00')
  await page.getByLabel(t.entries).fill('YOQ-SKU; 10 000')
  await page.getByRole('button', { name: t.create }).click()
  await expect(page.getByRole('alert').first()).toContainText('YOQ-SKU')
  await page.getByLabel(t.entries).fill(`${sku}; 10 000`)
  await page.getByRole('button', { name: t.create }).click()
  const row = page.getByRole('row', { name })
  await expect(row).toContainText(t.planned)
  await row.getByRole('button').click()
  await expect(page.getByRole('row', { name })).toContainText(t.over)
})
