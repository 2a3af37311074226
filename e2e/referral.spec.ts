import { accountText } from '../lib/i18n/messages/account'
import { checkoutText } from '../lib/i18n/messages/checkout'
import { creditText } from '../lib/i18n/messages/credit'
import { orderText } from '../lib/i18n/messages/order'
import { payText } from '../lib/i18n/messages/pay'
import { referralText } from '../lib/i18n/messages/referral'
import { chooseDelivery, choosePayment, orderIsPaid, orderNumber, submitOrder } from './checkout'
import { codeOn, deliverWith, makeReady, openDesk, press } from './desk-steps'
import { axeFindings, expect, findProduct, onPhone, ownShop, type Page, test, tooWide } from './fixtures'
import { fillCart } from './pages'

const locale = 'uz'
const t = referralText[locale]
const rewards = `/${locale}/account/rewards`

/** Somebody whom the market has never seen. */
async function register(page: Page, name: string): Promise<void> {
  const words = accountText[locale]
  await page.goto(`/${locale}/sign-in?next=${encodeURIComponent(rewards)}`)
  const button = page.getByRole('button', { name: words.register, exact: true })
  const form = page.locator('form').filter({ has: button })
  await form.getByLabel(words.name, { exact: true }).fill(name)
  await form.getByLabel(words.phone).fill(`+99894${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`)
  await form.getByLabel(words.password).fill('choynak-va-piyola-2026')
  await button.click()
  await page.waitForURL(`**${rewards}`)
}

/** Enough for any order, as soon as it was received. */
async function promise(admin: Page): Promise<void> {
  await admin.goto(`/${locale}/admin/marketing/referral`)
  const fields = {
    referrerAmount: '20000',
    friendAmount: '50000000',
    minOrder: '0',
    perDay: '1000',
    waitDays: '0',
  } as const
  for (const [name, value] of Object.entries(fields)) await admin.locator(`[name="terms-${name}"]`).fill(value)
  await admin.getByLabel(t.active, { exact: true }).selectOption('on')
  await press(admin, t.save)
  await expect(admin.getByText(t.saved)).toBeVisible()
}

test(
  'a friend comes by a link and buys; both get credit, and it pays the next order',
  onPhone,
  async ({ page: friend, browser, baseURL, request }) => {
    test.slow()
    const viewport = friend.viewportSize()
    const origin = baseURL ?? ''
    const admin = await openDesk(browser, origin, viewport, 'admin')
    await promise(admin)

    const host = await (await browser.newContext({ baseURL: origin, viewport })).newPage()
    await register(host, 'Lola')
    await press(host, t.open)
    const link = await host.getByLabel(t.link, { exact: true }).inputValue()
    expect(await axeFindings(host)).toEqual([])
    expect(await tooWide(host)).toEqual([])

    await friend.goto(new URL(link).pathname)
    expect(new URL(friend.url()).pathname).toBe(`/${locale}`)
    await register(friend, 'Nodira')
    await fillCart(friend, locale, [await findProduct(request, ownShop, locale)])
    await friend.goto(`/${locale}/checkout`)
    await chooseDelivery(friend, locale, 'pickup')
    await choosePayment(friend, 'payme')
    await submitOrder(friend, locale)
    await press(friend, payText[locale].pay)
    const number = await orderNumber(friend)
    await orderIsPaid(friend, locale)

    const seller = await openDesk(browser, origin, viewport, 'seller')
    await makeReady(seller, number)
    await friend.reload()
    await deliverWith(seller, await codeOn(friend))
    await expect(async () => {
      await friend.goto(rewards)
      await expect(friend.getByText(creditText[locale]['credit-granted'])).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await host.goto(rewards)
    await expect(host.locator('[data-friend="rewarded"]')).toHaveCount(1)
    // Beside the friend and in the history.
    await expect(host.getByText(creditText[locale]['credit-granted'])).toHaveCount(2)
    await expect(host.getByText('Nodira')).toHaveCount(0)

    await admin.goto(`/${locale}/admin/marketing/referral?status=rewarded`)
    await expect(admin.getByRole('row').filter({ hasText: number })).toBeVisible()
    expect(await axeFindings(admin)).toEqual([])

    const words = checkoutText[locale]
    await fillCart(friend, locale, [await findProduct(request, ownShop, locale)])
    await friend.goto(`/${locale}/checkout`)
    await chooseDelivery(friend, locale, 'pickup')
    await friend.getByLabel(words.credit).check()
    await expect(friend.getByText(words.creditWhole)).toBeVisible()
    expect(await axeFindings(friend)).toEqual([])
    await submitOrder(friend, locale)
    await orderIsPaid(friend, locale)
    // The form that was left stays in the document for a moment.
    await expect(friend.getByText(orderText[locale].credit, { exact: true }).locator('visible=true')).toBeVisible()
    for (const one of [host, admin, seller]) await one.context().close()
  },
)
