import { axeFindings, expect, test } from './fixtures'
import { enterAs, findGoods, type Goods, openPage, pageTypes } from './pages'

let goods: Goods

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  goods = await findGoods(request)
  await request.dispose()
})

for (const type of pageTypes) {
  test(`${type.name} has no serious finding, light and dark`, async ({ page, context, browser, baseURL }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    if (type.as !== undefined) await enterAs(context, browser, type.as, baseURL ?? '')
    await openPage(page, type, 'uz', goods)
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme)
      expect(await axeFindings(page), theme).toEqual([])
    }
  })
}
