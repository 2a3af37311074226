import type { Locale } from '../lib/i18n'
import { accountText } from '../lib/i18n/messages/account'
import { adminText } from '../lib/i18n/messages/admin'
import { cartText } from '../lib/i18n/messages/cart'
import { catalogText } from '../lib/i18n/messages/catalog'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { layoutText } from '../lib/i18n/messages/layout'
import { orderText } from '../lib/i18n/messages/order'
import { refundText } from '../lib/i18n/messages/refund'
import { sellerText } from '../lib/i18n/messages/seller'
import { axeFindings, expect, expectNoRawKeys, locales, onPhone, test, tooWide } from './fixtures'
import { ownProduct } from './own-product'
import { findGoods, type Goods, openPage, pageTypes } from './pages'

const texts = [
  accountText,
  adminText,
  refundText,
  cartText,
  catalogText,
  checkoutText,
  layoutText,
  orderText,
  sellerText,
]
const said = new Set(texts.flatMap((area) => locales.flatMap((locale) => Object.values(area[locale]))))
// A key that is also somebody's word (“shop”) proves nothing when it is seen.
const keys = texts.flatMap((area) => Object.keys(area.en)).filter((key) => !said.has(key) && /[A-Z-]/.test(key))

// The longest of all specs: both workers share it.
test.describe.configure({ mode: 'parallel' })

let goods: Goods

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  goods = await findGoods(request)
  await request.dispose()
})

for (const type of pageTypes) {
  test(`${type.name} speaks its languages, fits the screen, has no serious finding`, async ({ page, enter }, {
    project,
  }) => {
    test.slow()
    // Contrast does not depend on the width: wide screens are looked at in the light, phones in the dark.
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: project.name === 'phone' ? 'dark' : 'light' })
    if (type.as !== undefined) await enter(type.as)
    // Russian has the longest words: where there is room for them, there is room for the others.
    const spoken: readonly Locale[] = project.name === 'phone' ? locales : ['ru']
    for (const locale of spoken) {
      await openPage(page, type, locale, goods)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectNoRawKeys(page, keys)
      expect(await tooWide(page), `${locale}: wider than the screen`).toEqual([])
      if (locale === spoken[0]) {
        // What a visitor's own pieces of a static page add comes after it.
        if (type.as === undefined) await page.waitForLoadState('networkidle')
        expect(await axeFindings(page)).toEqual([])
      }
    }
  })
}

test(
  'the header keeps its two rows on any phone, where there is one language only, too',
  onPhone,
  async ({ page, request }) => {
    const { slug } = await ownProduct(request)
    for (const path of [`/uz/p/${slug}`, `/ru/c/${goods.category}`]) {
      await page.goto(path)
      for (const width of [320, 360, 390, 480, 640, 820]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await tooWide(page), `${path} at ${width}`).toEqual([])
        const [logo, field] = [page.locator('.head .logo'), page.locator('.search-place')]
        const below = (await logo.boundingBox())?.height ?? 0
        expect((await field.boundingBox())?.y, `${path} at ${width}`).toBeGreaterThan(below)
      }
    }
  },
)
