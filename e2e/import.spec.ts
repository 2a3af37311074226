import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { importText } from '../lib/i18n/messages/import'
import { atDesk, expect, ownShop, type Page, test } from './fixtures'

const locale = 'en'
const t = importText[locale]

test.use({ locale: 'en-GB' })

const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price'

/** Shopify's file with prices in dollars, one product good and one without a price; every run brings its own. */
const fileOf = (mark: string) =>
  [
    header,
    `board-${mark},Walnut board ${mark},<p>One plank of walnut.</p>,Uy,Kitchen,wood,true,Size,Small,WB-${mark}-S,500,19.99,`,
    `board-${mark},,,,,,,,Large,WB-${mark}-L,500,29.99,`,
    `apron-${mark},Apron ${mark},<p>Washed linen.</p>,Uy,Kitchen,linen,true,Title,Default Title,AP-${mark},500,free,`,
  ].join('\n')

/** The page of an import asks again by itself until the work is done. */
const worked = (page: Page, button: string) =>
  expect(page.getByRole('button', { name: button, exact: true })).toBeVisible({ timeout: 60_000 })

const figure = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd')

test(
  'a file is tried, its broken row comes back as a file, the rest is loaded and found',
  atDesk,
  async ({ page, enter }) => {
    test.slow()
    const mark = randomUUID().slice(0, 8)
    await enter('seller')
    await page.goto(`/${locale}/seller/import`)
    const file = { name: `goods-${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(fileOf(mark)) }
    await page.getByLabel(t.file).setInputFiles(file)
    await page.getByRole('button', { name: t.upload }).click()

    await worked(page, t.try)
    await page.getByLabel(t.currency).fill('usd')
    await page.getByLabel(t.rate).fill('12650')
    await page.getByRole('button', { name: t.try, exact: true }).click()

    await worked(page, t.run)
    await expect(figure(page, t.created)).toHaveText('1')
    await expect(figure(page, t.refused)).toHaveText('1')
    await expect(page.getByRole('main')).toContainText('free')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t.failedFile }).click(),
    ])
    const refused = fs.readFileSync(await download.path(), 'utf8')
    expect(refused).toContain(`Apron ${mark}`)
    expect(refused).not.toContain('Walnut')
    // Nothing was written by trying.
    const found = async () =>
      ((await (await page.request.get(`/api/v1/products?q=WB-${mark}-S`)).json()) as { items: { slug: string }[] })
        .items
    expect(await found()).toEqual([])

    await page.getByRole('button', { name: t.run, exact: true }).click()
    await worked(page, t.again)
    await expect(page.getByRole('main')).toContainText(t.done)
    await expect.poll(async () => (await found()).length, { timeout: 15_000 }).toBe(1)
    const [product] = await found()
    await page.goto(`/${locale}/p/${product?.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Walnut board ${mark}`)
    // Beside the pictures on wide screens, under the title on phones.
    await expect(page.locator('.price:visible', { hasText: /252.873\.50/ }).first()).toBeVisible()
    expect(await page.content()).toContain(`/shop/${ownShop}`)
  },
)
