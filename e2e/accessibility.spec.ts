import { axeFindings, expect, test } from './fixtures'
import { enterAs, findGoods, type Goods, openPage, pageTypes } from './pages'

let goods: Goods

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  goods = await findGoods(request)
  await request.dispose()
})

for (const type of pageTypes) {
  // Contrast does not depend on the width: wide screens are looked at in the light, phones in the dark.
  test(`${type.name} has no serious finding`, async ({ page, context, browser, baseURL }, { project }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    if (type.as !== undefined) await enterAs(context, browser, type.as, baseURL ?? '')
    await openPage(page, type, 'uz', goods)
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const theme = project.name === 'phone' ? 'dark' : 'light'
    await page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme)
    expect(await axeFindings(page), theme).toEqual([])
  })
}
