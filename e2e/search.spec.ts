import type { APIRequestContext } from '@playwright/test'
import { fill } from '../lib/i18n'
import { catalogText } from '../lib/i18n/messages/catalog'
import { searchText } from '../lib/i18n/messages/search'
import { expect, type Page, test } from './fixtures'

const locale = 'uz'
const t = catalogText[locale]
const s = searchText[locale]

type Facet = { code: string; values: { value: string; label: string; count: number }[] }

/** A category of several pages, and two values of one facet that lie in it. */
async function findCategory(request: APIRequestContext) {
  const { items } = (await (await request.get(`/api/v1/categories?locale=${locale}`)).json()) as {
    items: { slug: string; count: number }[]
  }
  const { slug } = items.find(({ count }) => count > 48) ?? { slug: '' }
  const answer = await request.get(`/api/v1/products?category=${slug}&locale=${locale}&limit=1`)
  const { facets } = (await answer.json()) as { facets: Facet[] }
  const values = facets.find(({ code }) => code === 'colour')?.values ?? []
  const [one, two] = values
  if (one === undefined || two === undefined) throw new Error(`${slug} has no colours`)
  return { path: `/${locale}/c/${slug}`, slug, one, two }
}

// A page that is left while its transition runs tells of it as of an error.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const cards = (page: Page) => page.locator('.card:not(.sk)')
const price = async (page: Page, at: number) =>
  Number(((await page.locator('.card .price').nth(at).textContent()) ?? '').replace(/\D/g, ''))
const box = (page: Page, { value }: { value: string }) => page.locator(`input[name="attr.colour"][value="${value}"]`)
const chip = (page: Page, name: string) => page.getByRole('button', { name: fill(s.remove, { name }) })

/** The list answers its form once the page's script is there. */
async function open(page: Page, path: string): Promise<void> {
  const ready = page.waitForResponse('**/api/me')
  await page.goto(path)
  await ready
}

async function choose(page: Page, value: { value: string }, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole('link', { name: new RegExp(`^${t.filters}`) }).click()
  await box(page, value).check()
  if (isMobile) await page.getByRole('button', { name: t.apply }).click()
}

test('filters and orders change the list where it stands; chips and «back» take them away', async ({
  page,
  request,
  isMobile,
}) => {
  const { path, one, two } = await findCategory(request)
  await open(page, path)
  const whole = (await page.locator('.title-row .num').textContent()) ?? ''
  await page.evaluate(() => void Reflect.set(window, 'samePage', true))
  await choose(page, one, isMobile)
  await expect(chip(page, one.label)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/search\\?category=.*attr\\.colour=${one.value}`))
  await choose(page, two, isMobile)
  await expect(chip(page, two.label)).toBeVisible()
  await page.locator('.sorter summary').click()
  await page.getByRole('button', { name: t.sortCheap }).click()
  await expect(page).toHaveURL(/sort=price/)
  await expect(page.locator('.live')).toHaveAttribute('aria-busy', 'false')
  expect(await price(page, 0)).toBeLessThanOrEqual(await price(page, 5))
  expect(await page.evaluate(() => Reflect.get(window, 'samePage')), 'the page was never left').toBe(true)

  await chip(page, one.label).click()
  await expect(chip(page, one.label)).toHaveCount(0)
  // What is shown is what its address shows to anybody else.
  const shown = await page.locator('.card h3').allTextContents()
  await open(page, page.url())
  await expect(page.locator('.card h3')).toHaveText(shown)
  await page.goBack()
  await expect(chip(page, one.label)).toBeVisible()
  for (let step = 0; step < 3; step += 1) await page.goBack()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect(page.locator('.title-row .num')).toHaveText(whole)
})

test('more cards come below, stay after «back», and stand as lines for whoever likes lines', async ({
  page,
  request,
}) => {
  const { path } = await findCategory(request)
  await open(page, path)
  await expect(cards(page)).toHaveCount(24)
  await page.getByRole('link', { name: s.more }).click()
  await expect(cards(page)).toHaveCount(48)
  await expect(cards(page).nth(24).getByRole('link')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: fill(s.moreShown, { n: 24 }) })).toHaveCount(1)
  const link = cards(page).nth(40).getByRole('link')
  await link.scrollIntoViewIfNeeded()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await page.goBack()
  await expect(cards(page)).toHaveCount(48)
  await expect(cards(page).nth(40)).toBeInViewport()

  const height = async () => (await cards(page).first().boundingBox())?.height ?? 0
  const before = await height()
  await page.getByRole('radio', { name: t.viewList }).check({ force: true })
  await expect.poll(height).toBeLessThan(before)
  await page.goto(`/${locale}/search?q=choynak`)
  await expect(page.locator('header input[name="q"]')).toHaveValue('choynak')
  await expect(page.locator('html')).toHaveAttribute('data-view', 'list')
  await expect(page.getByRole('radio', { name: t.viewList })).toBeChecked()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a list is filtered, ordered and turned over, and nothing found is not the end', async ({
    page,
    request,
    isMobile,
  }) => {
    const { path, one, two } = await findCategory(request)
    await page.goto(path)
    const facet = page.locator('.facet a[href*="/f/"]').first()
    const href = (await facet.getAttribute('href')) ?? ''
    await choose(page, one, isMobile)
    if (!isMobile) await page.getByRole('button', { name: t.apply }).click()
    await expect(chip(page, one.label)).toBeVisible()
    await choose(page, two, isMobile)
    if (!isMobile) await page.getByRole('button', { name: t.apply }).click()
    await expect(chip(page, two.label)).toBeVisible()
    await chip(page, one.label).click()
    await expect(page).toHaveURL(new RegExp(`attr\\.colour=${two.value}$`))
    await page.locator('.sorter summary').click()
    await page.getByRole('button', { name: t.sortDear }).click()
    await expect(page).toHaveURL(/sort=-price$/)
    expect(await price(page, 0)).toBeGreaterThanOrEqual(await price(page, 3))
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)

    await page.goto(path)
    await page.getByRole('link', { name: s.more }).click()
    await expect(page).toHaveURL(new RegExp(`${path}/p/2$`))
    // A facet with a page of its own, and one without goods.
    expect((await page.goto(href))?.status()).toBe(200)
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${href}$`))
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0)
    expect((await page.goto(`${path}/f/material-no-such`))?.status()).toBe(404)

    await page.goto(`/${locale}/search?q=choynak+zzqqxx&priceMax=1`)
    await page.getByRole('link', { name: s.everywhere }).click()
    await expect(cards(page).first()).toBeVisible()
  })
})
