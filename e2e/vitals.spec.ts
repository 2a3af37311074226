import { speedText } from '../lib/i18n/messages/speed'
import { demoLogin, expect, signIn, test } from './fixtures'

test('what a visit measures reaches the operator’s page, and tells nobody who came', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator)
    navigator.sendBeacon = (url, data) => {
      if (String(url) === '/api/vitals' && data instanceof Blob) Reflect.set(window, 'told', data.text())
      return send(url, data)
    }
  })
  await page.goto('/en/help')
  await page.waitForLoadState('networkidle')
  // The measuring code comes last of all.
  await page.waitForTimeout(3_000)
  await page.mouse.click(4, 300)
  // As a phone does that puts the browser away.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const text = await page.evaluate(() => Reflect.get(window, 'told') as Promise<string>)
  const body = JSON.parse(text) as { page: string; locale: string; values: Record<string, number> }
  expect(Object.keys(body).sort()).toEqual(['device', 'locale', 'page', 'values'])
  expect(body).toMatchObject({ page: 'help', locale: 'en' })
  expect(body.values['TTFB']).toBeGreaterThan(0)
  expect(body.values['CLS']).toBeLessThan(0.1)
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const desk = await context.newPage()
  await signIn(desk, demoLogin('admin'), 'en', '/en/admin/speed')
  const row = desk.getByRole('row', { name: speedText.en.help }).first()
  await expect(async () => {
    await desk.goto('/en/admin/speed')
    await expect(row).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await desk.getByRole('link', { name: speedText.en.TTFB }).click()
  await expect(desk.getByRole('img', { name: /TTFB|Server/ }).locator('visible=true')).toBeVisible()
  await context.close()
})

test('the address for measurements takes nothing else', async ({ request }) => {
  const send = async (data: object, headers: Record<string, string> = {}) =>
    (await request.post('/api/vitals', { data, headers })).status()
  const good = { page: 'help', device: 'phone', locale: 'uz', values: { CLS: 0 } }
  expect(await send(good)).toBe(204)
  expect(await send({ ...good, url: '/uz/orders/1?t=secret' })).toBe(400)
  expect(await send({ ...good, values: { LCP: 1e12 } })).toBe(400)
  expect(await send({ ...good, page: 'x'.repeat(5_000) })).toBe(413)
  expect(await send(good, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect((await request.get('/api/vitals')).status()).toBe(405)
})
