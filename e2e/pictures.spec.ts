import sharp from 'sharp'
import { picturesText } from '../lib/i18n/messages/pictures'
import { atDesk, axeFindings, demoLogin, expect, fill, ownShop, type Page, signIn, test } from './fixtures'

/** Another one each run: the same bytes of a shop would be the same picture. */
const photo = () => {
  const colour = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: 120 }
  return sharp({ create: { width: 900, height: 1200, channels: 3, background: colour } })
    .composite([
      { input: { create: { width: 300, height: 300, channels: 3, background: '#f5ae2b' } }, left: 60, top: 80 },
    ])
    .jpeg()
    .toBuffer()
}

type Own = { id: string; slug: string; images: { key: string }[] }

/** A product of the demo seller's, by a key of the shop's: the desk's own list has no addresses to press yet. */
async function ownProduct(page: Page): Promise<Own> {
  const { items } = (await (await page.request.get(`/api/v1/products?shop=${ownShop}&limit=40`)).json()) as {
    items: Own[]
  }
  const one = items[Math.floor(Math.random() * items.length)]
  if (one === undefined) throw new Error('the shop sells nothing')
  return one
}

test('a seller uploads a picture, says what it shows, and buyers see it', atDesk, async ({ page }) => {
  // Pictures are cut while others test on the same two cores.
  test.slow()
  const t = picturesText.uz
  const { id, slug } = await ownProduct(page)
  const place = `/uz/seller/products/${id}/pictures`
  await signIn(page, demoLogin('seller'), 'uz', place)
  await expect(page.getByRole('heading', { level: 1, name: t.pictures })).toBeVisible()
  const cards = page.locator('[data-picture]')
  const before = await cards.count()

  await page
    .getByLabel(t.choose)
    .setInputFiles({ name: 'rasm.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await expect(page.getByText(t['picture-kind'])).toBeVisible()
  await page.getByLabel(t.choose).setInputFiles({ name: 'rasm.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await expect(cards).toHaveCount(before + 1)
  const card = cards.last()
  const key = (await card.getAttribute('data-picture')) ?? ''

  const words = { uz: 'Sariq kvadratli surat', ru: 'Снимок с жёлтым квадратом', en: 'A photo with a yellow square' }
  for (const locale of ['uz', 'ru', 'en'] as const)
    await card.locator(`input[name="alt.${locale}"]`).fill(words[locale])
  await card.locator('.focal').press('ArrowLeft')
  await expect(card.locator('input[name="x"]')).toHaveValue('48')
  for (let at = before; at > 0; at--) await page.getByRole('button', { name: fill(t.earlier, { n: at + 1 }) }).click()
  await expect(cards.first()).toHaveAttribute('data-picture', key)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: t.save, exact: true }).click()
  await expect(page.getByText(t.saved)).toBeVisible()

  await expect(async () => {
    const og = await page.request.get(`/goods/${key}-f48x50-og.jpg`)
    expect([og.status(), og.headers()['content-type']]).toEqual([200, 'image/jpeg'])
    expect(og.headers()['cache-control']).toContain('immutable')
  }).toPass()
  const { width, height } = await sharp(await (await page.request.get(`/goods/${key}-f48x50-og.jpg`)).body()).metadata()
  expect([width, height]).toEqual([1200, 630])
  await expect(async () => {
    await page.goto(`/uz/p/${slug}`)
    const shown = page.getByRole('img', { name: words.uz }).first()
    await expect(shown).toHaveAttribute('src', `/goods/${key}-640.webp`, { timeout: 2_000 })
    expect(
      await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(0)
  }).toPass()
})
