import { adminText } from '../lib/i18n/messages/admin'
import { orderText } from '../lib/i18n/messages/order'
import { refundText } from '../lib/i18n/messages/refund'
import { sellerText } from '../lib/i18n/messages/seller'
import { buy, codeOn, deliverWith, head, makeReady, openDesk, openParcel, press } from './desk-steps'
import { atDesk, expect, fill, onPhone, test } from './fixtures'

const locale = 'uz'
const t = refundText[locale]
const desk = sellerText[locale]
const admin = adminText[locale]
const words = orderText[locale]

test.setTimeout(180_000)

test(
  'goods come back: asked by the buyer, approved and inspected by the shop, the money is seen by both',
  onPhone,
  async ({ page, browser, baseURL, request, viewport }) => {
    const { number } = await buy(page, request)
    const code = await codeOn(page)
    expect(code).toMatch(/^\d{6}$/)
    const seller = await openDesk(browser, baseURL ?? '', viewport, 'seller')
    await makeReady(seller, number)
    await deliverWith(seller, code === '000000' ? '111111' : '000000')
    await expect(seller.getByText(t['wrong-code'])).toBeVisible()
    await deliverWith(seller, code)
    await expect(seller.getByText(desk.done)).toBeVisible()
    await expect(head(page, words.headCompleted), 'the open page follows').toBeVisible({ timeout: 20_000 })

    await page.getByText(t.askReturn, { exact: true }).click()
    await page.getByLabel(t.comment).filter({ visible: true }).first().fill('Sopi singan ekan')
    await press(page, t.sendReturn)
    await expect(page.getByText(t.didReturn)).toBeVisible()

    await seller.goto(`/${locale}/seller/returns?status=requested`)
    await seller.getByRole('link', { name: fill(t.returnOf, { number }) }).click()
    await expect(seller.getByText('Sopi singan ekan')).toBeVisible()
    await press(seller, t.approve)
    await expect(seller.getByText(t.answered)).toBeVisible()
    await expect(page.getByText(words.returnApproved)).toBeVisible({ timeout: 20_000 })
    await press(seller, t.receiveGoods)
    await expect(seller.getByText(t.inspected).first()).toBeVisible()

    await expect(page.locator('[data-refund="done"]'), 'the buyer sees the money').toBeVisible({ timeout: 30_000 })
    await expect(page.locator('[data-return="received"]')).toBeVisible()
    await openParcel(seller, number)
    await expect(seller.locator('[data-refund]'), 'the shop sees it too').toBeVisible()
    await expect(seller.getByText(t.leftWithYou)).toBeVisible()
    await seller.context().close()
  },
)

test(
  'a paid order that nobody has packed is cancelled in the buyer’s own words and the money goes back',
  onPhone,
  async ({ page, request }) => {
    await buy(page, request)
    await page.locator('summary').filter({ hasText: words.cancel }).click()
    await page.getByLabel(words.cancelReason, { exact: true }).fill('Boshqasini oldim')
    await press(page, words.cancelConfirm)
    await expect(page.getByText(t.didCancel)).toBeVisible()
    await expect(head(page, words.headCancelled)).toBeVisible()
    await expect(page.getByText(fill(t.yourWords, { text: 'Boshqasini oldim' }))).toBeVisible()
    await expect(page.locator('[data-refund="done"]')).toBeVisible({ timeout: 30_000 })
  },
)

test(
  'a part that Click does not return is shown before it is sent, and the operator settles it by hand',
  atDesk,
  async ({ page, browser, baseURL, request, viewport }) => {
    const { number } = await buy(page, request, 'click')
    const seller = await openDesk(browser, baseURL ?? '', viewport, 'seller')
    await openParcel(seller, number)
    await seller.getByRole('link', { name: t.giveBack }).click()
    await seller.getByRole('radio', { name: t.amount }).check()
    await seller.getByLabel(t.amountSum).fill('1000')
    await press(seller, t.calculate)
    await expect(seller.locator('[data-consequence]').getByText(t.commissionBack)).toBeVisible()
    await seller.locator('[data-consequence]').getByRole('button').click()
    await expect(seller.getByText(t.refunded)).toBeVisible()
    await seller.context().close()

    await expect(page.getByText(t.manualClickPart), 'the buyer knows who does it').toBeVisible({ timeout: 40_000 })
    const operator = await openDesk(browser, baseURL ?? '', viewport, 'admin')
    await operator.goto(`/${locale}/admin/refunds`)
    const row = operator.getByRole('row').filter({ hasText: number })
    await expect(row.getByText(admin.doClickPart)).toBeVisible()
    await row.getByRole('button').click()
    await expect(operator.getByText(admin.settled)).toBeVisible()
    await expect(page.locator('[data-refund="done"]')).toBeVisible({ timeout: 20_000 })

    await operator.goto(`/${locale}/admin/payments?number=${number}`)
    await expect(operator.getByRole('heading', { level: 1, name: fill(admin.orderOf, { number }) })).toBeVisible()
    await operator.goto(`/${locale}/admin/ledger`)
    await press(operator, admin.checkNow)
    await expect(operator.locator('[data-proof]')).toBeVisible({ timeout: 30_000 })
    await operator.context().close()
  },
)

test(
  'what a buyer and a shop argue about is decided by the operator',
  atDesk,
  async ({ page, browser, baseURL, request, viewport }) => {
    const { number } = await buy(page, request)
    const seller = await openDesk(browser, baseURL ?? '', viewport, 'seller')
    await makeReady(seller, number)
    await press(seller, desk.deliver)
    await expect(seller.getByText(desk.done)).toBeVisible()
    await seller.context().close()

    await expect(head(page, words.headCompleted)).toBeVisible({ timeout: 20_000 })
    await page.getByText(t.askDispute, { exact: true }).click()
    await page.getByLabel(t.disputeAmount).fill('2000')
    await press(page, t.sendDispute)
    await expect(page.getByText(t.didDispute)).toBeVisible()

    const operator = await openDesk(browser, baseURL ?? '', viewport, 'admin')
    await operator.goto(`/${locale}/admin/disputes`)
    const dispute = operator.locator('[data-dispute]').filter({ hasText: number })
    await dispute.getByLabel(admin.toBuyerSum).fill('1500')
    await dispute.getByRole('button').click()
    await expect(operator.getByText(admin.resolved)).toBeVisible()
    await expect(page.locator('[data-dispute="resolved"]')).toBeVisible({ timeout: 20_000 })
    await press(page, t.receive)
    await expect(page.getByText(t.didReceive)).toBeVisible()
    await operator.context().close()
  },
)
