import type { APIRequestContext, Browser, Locator } from '@playwright/test'
import { orderText } from '../lib/i18n/messages/order'
import { payText } from '../lib/i18n/messages/pay'
import { refundText } from '../lib/i18n/messages/refund'
import { sellerText } from '../lib/i18n/messages/seller'
import { type DemoRole, enterAs, expect, fill, ownShop, type Page } from './fixtures'
import { type Placed, placeOrder } from './rest'

const locale = 'uz'
const t = refundText[locale]
const desk = sellerText[locale]
const words = orderText[locale]

/** The heading: the same words are told to screen readers beside it. */
export const head = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** An order of the demo shop, paid on the simulator's page; the buyer's page of it is open. */
export async function buy(
  page: Page,
  request: APIRequestContext,
  provider: 'payme' | 'click' = 'payme',
): Promise<Placed> {
  const order = await placeOrder(request, [ownShop], provider)
  await page.goto(order.url)
  await page.getByRole('button', { name: payText[locale].pay, exact: true }).click()
  await page.waitForURL((url) => url.pathname.includes('/orders/'))
  await page.goto(`/${locale}/orders/${order.number}?t=${order.accessToken}`)
  await expect(head(page, words.headPaid)).toBeVisible({ timeout: 20_000 })
  return order
}

type Viewport = { width: number; height: number } | null

export async function openDesk(browser: Browser, baseURL: string, viewport: Viewport, role: DemoRole): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport })
  await enterAs(context, browser, role, baseURL)
  return context.newPage()
}

export async function openParcel(seller: Page, number: string): Promise<void> {
  await seller.goto(`/${locale}/seller/parcels`)
  const row = seller.locator('tr[data-parcel]').filter({ hasText: number })
  await expect(row, 'the shop sees the paid parcel').toBeVisible({ timeout: 20_000 })
  await row.getByRole('link', { name: fill(desk.parcel, { number }) }).click()
}

/** Confirms, packs and makes a pickup parcel ready; the desk stays on it. */
export async function makeReady(seller: Page, number: string): Promise<void> {
  await openParcel(seller, number)
  for (const name of [desk.confirm, desk.pack, desk.shipPickup])
    await seller.getByRole('button', { name, exact: true }).click()
  await expect(seller.getByRole('button', { name: desk.deliver, exact: true })).toBeVisible()
}

export async function deliverWith(seller: Page, code: string): Promise<void> {
  await seller.getByLabel(t['code-label']).fill(code)
  await seller.getByRole('button', { name: desk.deliver, exact: true }).click()
}

export const codeOn = async (page: Page): Promise<string> =>
  (await page.locator('[data-code]').getAttribute('data-code')) ?? ''

export const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click()
