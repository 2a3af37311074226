import { fill } from '../lib/i18n'
import { catalogText } from '../lib/i18n/messages/catalog'
import { searchText } from '../lib/i18n/messages/search'
import { atDesk, expect, type Page, test } from './fixtures'

const locale = 'en'
const t = catalogText[locale]
const s = searchText[locale]
const kettles = `/${locale}/c/elektronika/maishiy-texnika`
const end = (page: Page, name: string) => page.getByRole('textbox', { name: `Power, W: ${name}` })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } })

  test('a power from and to is asked for, stands in a short address and is taken away', atDesk, async ({ page }) => {
    await page.goto(kettles)
    await end(page, t.priceFrom).fill('2 200 W')
    await end(page, t.priceTo).fill('1600')
    await page.getByRole('button', { name: t.apply }).click()
    await expect(page).toHaveURL(/\/en\/search\?category=maishiy-texnika&attr\.power=1600\.\.2200$/)
    await expect(end(page, t.priceFrom)).toHaveValue(/^1\s600$/)
    await expect(end(page, t.priceTo)).toHaveValue(/^2\s200$/)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    await page.getByRole('button', { name: new RegExp(fill(s.remove, { name: 'Power: 1.600–2.200.W' })) }).click()
    await expect(page).toHaveURL(/\/en\/search\?category=maishiy-texnika$/)
    await expect(end(page, t.priceFrom)).toHaveValue('')
  })
})
