import { atDesk, expect, type Page, test } from './fixtures'

const warmed = (page: Page) => page.locator('link[rel="prefetch"]')

async function restOnCard(page: Page): Promise<void> {
  const known = page.waitForResponse('**/api/me')
  await page.goto('/uz')
  await known
  const card = page.locator('.card h3 a').first()
  await card.scrollIntoViewIfNeeded()
  await card.hover()
  await page.waitForTimeout(400)
}

test('a pointer that rests on a card fetches its page in advance, once', atDesk, async ({ page }) => {
  await restOnCard(page)
  await expect(warmed(page)).toHaveCount(1)
  await page.mouse.move(0, 0)
  await page.locator('.card h3 a').first().hover()
  await page.waitForTimeout(300)
  await expect(warmed(page)).toHaveCount(1)
})

test('nothing is fetched in advance for who saves data', atDesk, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
  })
  await restOnCard(page)
  await expect(warmed(page)).toHaveCount(0)
})
