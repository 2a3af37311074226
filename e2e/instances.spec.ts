import type { APIRequestContext } from '@playwright/test'
import { formatMoney } from '../lib/format'
import { startBeside } from './beside'
import { demoLogin, enterAs, expect, test } from './fixtures'
import { type Own, ownProduct, rootCategory } from './own-product'
import { startTwins } from './twins'

const twins = startBeside(startTwins)

// Two seconds, and what it takes to be asked and to make the page once more.
const soon = { timeout: 2_500, intervals: [25] }
const shown = (amount: number) => formatMoney({ amount, currency: 'UZS' }, 'uz')
const setPrice = ({ sku, change }: Own, amount: number) =>
  change({ variants: [{ sku, price: { amount: String(amount), currency: 'UZS' } }] })
const pageOf = async (request: APIRequestContext, base: string, { slug }: Own) =>
  (await request.get(`${base}/uz/p/${slug}`)).text()

test('a new price is on every instance within two seconds, whoever keeps pages', async ({ request, baseURL }) => {
  const product = await ownProduct(request)
  const bases = [baseURL ?? '', twins().twin, twins().bare]
  for (const base of bases) expect(await pageOf(request, base, product)).toContain(shown(12_300_000))
  for (const amount of [45_600_000, 7_890_000]) {
    await setPrice(product, amount)
    await Promise.all(
      bases.map((base) =>
        expect.poll(async () => (await pageOf(request, base, product)).includes(shown(amount)), soon).toBe(true),
      ),
    )
  }
})

test('an instance that lost its database shows what it has, and knows what it missed when it is back', async ({
  request,
}) => {
  const product = await ownProduct(request)
  const unseen = await ownProduct(request)
  await expect.poll(async () => (await pageOf(request, twins().twin, product)).includes(product.title), soon).toBe(true)
  // What the making of both has changed is forgotten everywhere by then.
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  await pageOf(request, twins().twin, product)
  twins().cut()
  try {
    const kept = await request.get(`${twins().twin}/uz/p/${product.slug}`)
    expect([kept.status(), (await kept.text()).includes(shown(12_300_000))]).toEqual([200, true])
    const broken = await request.get(`${twins().twin}/uz/p/${unseen.slug}`)
    expect(broken.status()).toBeGreaterThanOrEqual(500)
    expect(broken.headers()['cache-control']).toContain('no-store')
    await setPrice(product, 99_900_000)
    expect(await pageOf(request, twins().twin, product), 'nobody could tell it').toContain(shown(12_300_000))
  } finally {
    twins().mend()
  }
  const again = { timeout: 10_000, intervals: [50] }
  await expect
    .poll(async () => (await pageOf(request, twins().twin, product)).includes(shown(99_900_000)), again)
    .toBe(true)
  await expect.poll(async () => (await request.get(`${twins().twin}/uz/p/${unseen.slug}`)).status(), again).toBe(200)
  await setPrice(product, 88_800_000)
  await expect
    .poll(async () => (await pageOf(request, twins().twin, product)).includes(shown(88_800_000)), soon)
    .toBe(true)
})

test('without kept pages all is as it was: statuses, policy, who comes together waits for one render', async ({
  request,
}) => {
  const product = await ownProduct(request)
  const at = (path: string, headers: Record<string, string> = {}) =>
    request.get(`${twins().bare}${path}`, { headers, maxRedirects: 0 })
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  for (const visit of [1, 2]) {
    const page = await at(`/uz/p/${product.slug}`)
    expect([visit, page.status(), page.headers()['x-page-cache']]).toEqual([visit, 200, 'miss'])
    expect(page.headers()['cache-control']).toContain('s-maxage')
    expect(page.headers()['content-security-policy']).toMatch(/script-src 'self' [^;]*'sha256-/)
    expect((await at('/uz/p/no-such-product')).status()).toBe(404)
    expect((await at('/xx')).status()).toBe(404)
  }
  const { etag = '' } = (await at('/uz')).headers()
  expect((await at('/uz', { 'if-none-match': etag })).status()).toBe(304)
  const flight = await at('/uz', { rsc: '1' })
  expect(flight.headers()['x-page-cache']).toBeUndefined()
  const unseen = await ownProduct(request)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  const all = await Promise.all(Array.from({ length: 100 }, () => at(`/uz/p/${unseen.slug}`)))
  expect(all.filter((answer) => answer.status() !== 200)).toHaveLength(0)
  // Who comes when a render has ended starts the next one, for nothing is kept; who comes meanwhile waits with the others.
  expect(all.filter((answer) => answer.headers()['x-page-cache'] === 'joined').length).toBeGreaterThan(20)
  await product.change({ status: 'archived' })
  await expect.poll(async () => (await at(`/uz/p/${product.slug}`)).status(), soon).toBe(410)
})

test('without kept pages two visitors never see each other either', async ({ browser, baseURL, request }) => {
  const names = await Promise.all(
    (['buyer', 'seller'] as const).map(async (role) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '' })
      await enterAs(context, browser, role, baseURL ?? '')
      return { context, name: demoLogin(role).name }
    }),
  )
  const category = await rootCategory(request)
  for (let turn = 0; turn < 100; turn += 10)
    await Promise.all(
      Array.from({ length: 10 }, async (_, at) => {
        const [own, other] = (turn + at) % 2 === 0 ? names : names.toReversed()
        if (own === undefined || other === undefined) throw new Error('two visitors')
        const path = ['/uz', category, '/uz/account'][Math.floor(at / 2) % 3] ?? ''
        const text = await (await own.context.request.get(`${twins().bare}${path}`)).text()
        expect(text.includes(own.name), `${path} names who looks`).toBe(path === '/uz/account')
        expect(text).not.toContain(other.name)
      }),
    )
  for (const { context } of names) await context.close()
})
