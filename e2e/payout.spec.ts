import { moneyText } from '../lib/i18n/messages/money'
import { shops } from '../prisma/seed/market/shops'
import { buy, codeOn, deliverWith, makeReady, openDesk, press } from './desk-steps'
import { demoLogin, expect, fill, type Page, test } from './fixtures'

const locale = 'uz'
const t = moneyText[locale]
const shop = shops.find(({ slug }) => slug === demoLogin('seller').shop)?.name ?? ''

test.setTimeout(180_000)

async function tellBank(seller: Page): Promise<void> {
  await seller.goto(`/${locale}/seller/money`)
  const form = seller.locator('#details form')
  if ((await form.getByLabel(t.holder).inputValue()) !== '') return
  const fields = { [t.holder]: 'Rishton Kulol MCHJ', [t.tin]: '301234567', [t.accountNumber]: '20208000900123456001' }
  for (const [label, value] of Object.entries({ ...fields, [t.mfo]: '00444', [t.bank]: 'Ipak Yoʻli banki' }))
    await form.getByLabel(label).fill(value)
  await press(seller, t.saveDetails)
  await expect(form.getByLabel(t.holder)).toHaveValue('Rishton Kulol MCHJ')
}

const rowOf = (desk: Page) => desk.locator('tr, [role=row]').filter({ hasText: shop }).first()

test('a shop is paid by two people, by a file for the bank, and once', async ({
  page,
  browser,
  baseURL,
  request,
  viewport,
}) => {
  const { number } = await buy(page, request)
  const seller = await openDesk(browser, baseURL ?? '', viewport, 'seller')
  await makeReady(seller, number)
  await deliverWith(seller, await codeOn(page))
  await tellBank(seller)

  const admin = await openDesk(browser, baseURL ?? '', viewport, 'admin')
  await admin.goto(`/${locale}/admin/payouts`)
  await press(admin, t.propose)
  await expect(admin.getByText(new RegExp(fill(t.ran, { count: '[1-9]' })))).toBeVisible()
  await expect(rowOf(admin).getByRole('button', { name: t.approve }), 'who proposed cannot approve').toHaveCount(0)

  const staff = await openDesk(browser, baseURL ?? '', viewport, 'staff')
  await staff.goto(`/${locale}/admin/payouts?status=proposed`)
  await staff.getByRole('button', { name: `${t.approve}: ${shop}` }).click()
  await expect(staff.getByText(t.saved, { exact: true })).toBeVisible()

  await staff.goto(`/${locale}/admin/payouts?status=approved`)
  const download = staff.waitForEvent('download')
  await rowOf(staff).getByRole('button', { name: t.exportOne, exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/^bozor-payouts-.*\.csv$/)
  await staff.goto(`/${locale}/admin/payouts?status=exported`)
  await staff.getByRole('button', { name: `${t.paid}: ${shop}` }).click()
  await expect(staff.getByText(t.saved, { exact: true })).toBeVisible()
  await admin.goto(`/${locale}/admin/payouts?status=paid`)
  await expect(rowOf(admin)).toBeVisible()
  await expect(rowOf(admin).getByRole('button'), 'nothing more can be done to it').toHaveCount(0)

  await seller.goto(`/${locale}/seller/money`)
  const month = await seller.locator('a[href*="/money/statements/"]').first().getAttribute('href')
  for (const [format, type] of [
    ['pdf', 'application/pdf'],
    ['xlsx', 'spreadsheetml'],
  ] as const) {
    const paper = await seller.request.get((month ?? '').replace(/\.\w+$/, `.${format}`))
    expect(paper.headers()['content-type']).toContain(type)
    expect((await paper.body()).length).toBeGreaterThan(1000)
  }
  for (const desk of [seller, admin, staff]) await desk.context().close()
})
