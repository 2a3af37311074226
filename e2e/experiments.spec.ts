import type { Browser, Page, Response } from '@playwright/test'
import { catalogText } from '../lib/i18n/messages/catalog'
import { consentText } from '../lib/i18n/messages/consent'
import { experimentText } from '../lib/i18n/messages/experiment'
import { trialText } from '../lib/i18n/messages/trial'
import { startBeside } from './beside'
import { demoLogin, expect, fill, findProduct, ownShop, type Product, signIn, test } from './fixtures'
import { startTrialInstance } from './trial-instance'

const t = experimentText.uz
const soon = { timeout: 5_000, intervals: [100] }
let product: Product

const market = startBeside(startTrialInstance)
test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  product = await findProduct(request, ownShop)
  await request.dispose()
})

/** A visitor of their own, of a bucket if it matters. */
async function visitor(browser: Browser, bucket?: number): Promise<Page> {
  const context = await browser.newContext({ baseURL: market().base, viewport: { width: 1280, height: 900 } })
  if (bucket !== undefined)
    await context.addCookies([{ name: 'bozor_bucket', value: String(bucket), url: market().base }])
  return context.newPage()
}

const cookieOf = async (page: Page, name: string) =>
  (await page.context().cookies()).find((cookie) => cookie.name === name)?.value
const buttonOf = (page: Page) => page.locator('.buy-panel button[type=submit]').first()
const here = () => `/uz/p/${product.slug}`
const words = { add: catalogText.uz.addLong, take: trialText.uz.take }

/** Buckets of both variants, as the market shows them. */
async function bucketsOf(browser: Browser): Promise<Record<'add' | 'take', number>> {
  const found: Partial<Record<'add' | 'take', number>> = {}
  const page = await visitor(browser)
  for (let bucket = 0; found.add === undefined || found.take === undefined; bucket += 1) {
    const headers = { cookie: `bozor_bucket=${bucket}`, 'user-agent': 'Mozilla/5.0' }
    const answer = await page.request.get(here(), { headers })
    found[(await answer.text()).includes('product-button take') ? 'take' : 'add'] ??= bucket
  }
  await page.context().close()
  return { add: found.add, take: found.take }
}

test('the operator drafts an experiment and starts it; every visitor keeps to one variant', async ({ browser }) => {
  const desk = await visitor(browser)
  await signIn(desk, demoLogin('admin'), 'uz', '/uz/admin/marketing/experiments/new')
  await desk.getByLabel(t.name, { exact: true }).fill('Tugma')
  await desk.getByLabel(t.key, { exact: true }).fill('e2e-words')
  await desk.getByLabel(t.planned).fill('10')
  await desk.getByRole('button', { name: t.save, exact: true }).click()
  await expect(desk.getByText(t.saved)).toBeVisible()
  await desk.getByRole('button', { name: t.start, exact: true }).click()
  await expect(desk.getByText(t.startedNow)).toBeVisible()
  const page = await visitor(browser)
  await expect
    .poll(async () => (await (await page.request.get(here())).text()).includes('bozor-trial'), soon)
    .toBe(true)
  await page.goto(here())
  const [bucket, shown] = [await cookieOf(page, 'bozor_bucket'), await cookieOf(page, 'bozor_exp')]
  expect(bucket).toMatch(/^\d{1,3}$/)
  expect(shown).toMatch(/^e2e-words\.(add|take)$/)
  const word = words[shown?.endsWith('take') ? 'take' : 'add']
  await expect(buttonOf(page)).toHaveText(word)
  await page.reload()
  await expect(buttonOf(page)).toHaveText(word)
  await page.locator('nav.cats a[href*="/c/"]').first().click()
  await page.locator('.card h3 a').first().click()
  await expect(buttonOf(page)).toHaveText(word)
  await page.goBack()
  await page.goBack()
  await expect(buttonOf(page)).toHaveText(word)
  expect([await cookieOf(page, 'bozor_bucket'), await cookieOf(page, 'bozor_exp')]).toEqual([bucket, shown])
})

test('the first thing that is painted is the variant, and stays; both say the same to engines', async ({ browser }) => {
  const buckets = await bucketsOf(browser)
  const heads: string[] = []
  for (const option of ['add', 'take'] as const) {
    const page = await visitor(browser, buckets[option])
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    // Scripts wait, so that what is painted first is what the answer says.
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/_next/static/**/*.js*', async (route) => {
      await released
      await route.continue()
    })
    await page.route('**/api/**', (route) => route.abort())
    const answer: Response | null = await page.goto(here(), { waitUntil: 'commit' })
    await expect(buttonOf(page)).toHaveText(words[option])
    await page.evaluate(() => document.fonts.ready)
    const panel = page.locator('.buy-panel')
    const first = await panel.screenshot({ animations: 'disabled' })
    release()
    await page.waitForLoadState('load')
    await page.waitForTimeout(1500)
    expect((await panel.screenshot({ animations: 'disabled' })).equals(first), `${option}: painted twice`).toBe(true)
    await expect(buttonOf(page)).toHaveText(words[option])
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([])
    expect(answer?.headers()['cache-control']).toBe('private, max-age=0, must-revalidate')
    const html = (await answer?.text()) ?? ''
    expect(html).not.toContain(`uz~product`)
    heads.push((html.match(/<title>[^<]*|<link rel="(?:canonical|alternate)"[^>]*>|ld\+json">[^<]*/g) ?? []).join('\n'))
    await page.context().close()
  }
  expect(heads[0]).toBe(heads[1])
  const page = await visitor(browser)
  const robot = await page.request.get(here(), { headers: { 'user-agent': 'Googlebot/2.1' } })
  expect([(await robot.text()).includes(words.add), robot.headers()['set-cookie']]).toEqual([true, undefined])
  const foreign = await page.request.get(`/uz~product-button.take/p/${product.slug}`)
  expect(foreign.status()).toBe(404)
})

test('without a yes a page is counted; with one a person is, once', async ({ browser }) => {
  const page = await visitor(browser)
  const told: Promise<unknown>[] = []
  page.on('response', (answer) => answer.url().endsWith('/api/trials') && told.push(answer.finished()))
  const banner = page.getByRole('region', { name: consentText.uz.title })
  const exposures = async () => {
    await Promise.all(told)
    return (await market().db.query('select subject, option from experiment_exposure')).rows
  }
  await page.goto(here())
  await expect.poll(() => told.length, { timeout: 15_000 }).toBe(1)
  expect(await exposures(), 'nobody has agreed').toEqual([])
  await expect(banner).toBeVisible()
  await banner.getByRole('button', { name: consentText.uz.acceptAll }).click()
  await expect.poll(() => told.length).toBe(2)
  await expect.poll(exposures).toHaveLength(1)
  for (const visit of [3, 4]) {
    await page.goto(here())
    await expect.poll(() => told.length, { timeout: 15_000 }).toBe(visit)
  }
  const [seen, ...more] = await exposures()
  expect(more).toEqual([])
  expect(`e2e-words.${seen.option}`).toBe(await cookieOf(page, 'bozor_exp'))
  const counted = async () =>
    (await market().db.query('select sum(times)::int as times from experiment_view')).rows[0]?.times ?? 0
  await expect.poll(counted, { timeout: 15_000 }).toBeGreaterThan(0)
})

test('an experiment that has ended leaves the usual page; its winner can stay', async ({ browser }) => {
  const desk = await visitor(browser)
  await signIn(desk, demoLogin('admin'), 'uz', '/uz/admin/marketing/experiments')
  await desk.getByRole('link', { name: 'Tugma' }).click()
  await expect(desk.getByText(t['too-early']).first()).toBeVisible()
  const csv = await desk.request.get(`${new URL(desk.url()).pathname}/export`)
  expect(await csv.text()).toMatch(/variant,visitors,[\s\S]*\nadd,\d+,[\s\S]*\ntake,\d+,/)
  await desk.getByRole('button', { name: t.end, exact: true }).click()
  await expect(desk.getByText(t.endedNow)).toBeVisible()
  const text = async () => (await desk.request.get(here())).text()
  await expect.poll(async () => (await text()).includes('bozor-trial'), soon).toBe(false)
  const page = await visitor(browser)
  const answer = await page.goto(here())
  await expect(buttonOf(page)).toHaveText(words.add)
  expect(answer?.headers()['cache-control']).toContain('s-maxage')
  expect(await cookieOf(page, 'bozor_bucket')).toBeUndefined()
  await desk.getByRole('button', { name: fill(t.settle, { option: t.take }) }).click()
  await expect(desk.getByText(t.settled)).toBeVisible()
  await expect.poll(async () => (await text()).includes(`${words.take}</button>`), soon).toBe(true)
})
