import { consentText } from '../lib/i18n/messages/consent'
import { heatText } from '../lib/i18n/messages/heat'
import { startBeside } from './beside'
import { demoLogin, expect, signIn, test } from './fixtures'
import { startTrialInstance } from './trial-instance'

const t = heatText.uz

const market = startBeside((url) => startTrialInstance(url, { PAGE_CACHE: 'off' }))

test('presses of who agreed are counted by cell and drawn over the page; nobody else may frame it', async ({
  browser,
}) => {
  const desk = await (await browser.newContext({ baseURL: market().base })).newPage()
  const refused: string[] = []
  desk.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  await signIn(desk, demoLogin('admin'), 'uz', '/uz/admin/marketing/heatmaps')
  await desk.getByLabel(t.share).fill('100')
  await desk.getByRole('button', { name: t.save, exact: true }).click()
  await expect(desk.getByText(t.saved)).toBeVisible()

  const context = await browser.newContext({ baseURL: market().base, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const told: string[] = []
  page.on('request', (one) => one.url().endsWith('/api/heat') && told.push(one.postData() ?? ''))
  const banner = page.getByRole('region', { name: consentText.uz.title })
  await expect(async () => {
    await page.goto('/uz')
    await expect(banner).toBeVisible({ timeout: 8_000 })
  }).toPass()
  await page.mouse.click(640, 400)
  await banner.getByRole('button', { name: consentText.uz.acceptAll }).click()
  await expect(banner).toHaveCount(0)
  await page.waitForTimeout(1500)
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await page.goto('/uz/help')
  const cells = async () =>
    (await market().db.query('select page, device, times, idle from heat_cell')).rows as { times: number }[]
  await expect.poll(cells, { timeout: 20_000 }).toEqual([{ page: 'home', device: 'desktop', times: 2, idle: 2 }])

  const frames = await page.request.get('/uz')
  expect(frames.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await desk.goto('/uz/admin/marketing/heatmaps?page=home&device=desktop&days=7')
  const frame = desk.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(/\S/)
  await expect(desk.locator('svg rect')).toHaveCount(1)
  const [spot, heading] = [await desk.locator('svg rect').boundingBox(), await frame.locator('h1').boundingBox()]
  const middle = { x: (heading?.x ?? 0) + (heading?.width ?? 0) / 2, y: (heading?.y ?? 0) + (heading?.height ?? 0) / 2 }
  expect(Math.abs((spot?.x ?? 0) + (spot?.width ?? 0) / 2 - middle.x)).toBeLessThan(60)
  expect(Math.abs((spot?.y ?? 0) + (spot?.height ?? 0) / 2 - middle.y)).toBeLessThan(50)
  await desk.getByText(t.asTable).click()
  await expect(desk.getByRole('table').getByRole('row')).toHaveCount(2)
  expect(refused).toEqual([])
})
