import type { BrowserContext } from '@playwright/test'

/** What one of the stand-ins was told, call by call, in the order of the calls. */
export type FakeCounters = {
  google: unknown[][]
  meta: unknown[][]
  metrica: unknown[][]
  goods: unknown[]
  loads: string[]
}

const json = `
  const plain = (call) => JSON.stringify(Array.from(call))
  const tell = (address, text) => fetch(address, { method: 'POST', mode: 'no-cors', body: text })`

// Each does what the real one does first: works off what was queued before it came, then takes the queue's place.
const google = `(() => {${json}
  const take = (call) => tell('https://region1.google-analytics.com/g/collect', plain(call))
  const old = dataLayer.push
  const each = (call) => call.length === undefined ? undefined : take(call)
  dataLayer.forEach(each)
  dataLayer.push = function (...calls) { calls.forEach(each); return old.apply(dataLayer, calls) }
})()`

const meta = `(() => {${json}
  const take = (call) => { new Image().src = 'https://www.facebook.com/tr/?call=' + encodeURIComponent(plain(call)) }
  fbq.callMethod = (...call) => take(call)
  fbq.queue.forEach(take)
})()`

/** Told to `/watch` and `/goods` below this address. */
export const fakeMetrica = (at: string) => `(() => {${json}
  const take = (call) => tell('${at}/watch', plain(call))
  ym.a.forEach(take)
  ym = (...call) => take(call)
  const shop = (goods) => goods.ecommerce && tell('${at}/goods', JSON.stringify(goods))
  const old = dataLayer.push
  dataLayer.forEach(shop)
  dataLayer.push = function (...calls) { calls.forEach(shop); return old.apply(dataLayer, calls) }
})()`

/** The collectors of the three firms, played on this machine: the browser's policies count as if they were real. */
export async function fakeCounters(context: BrowserContext): Promise<FakeCounters> {
  const told: FakeCounters = { google: [], meta: [], metrica: [], goods: [], loads: [] }
  const script = (address: string, body: string) =>
    context.route(address, async (route) => {
      told.loads.push(new URL(route.request().url()).origin)
      await route.fulfill({ contentType: 'text/javascript', body })
    })
  const take = (address: string, into: unknown[], read: (url: URL, body: string) => string) =>
    context.route(address, async (route) => {
      const request = route.request()
      into.push(JSON.parse(read(new URL(request.url()), request.postData() ?? '')))
      await route.fulfill({ status: 204 })
    })
  const body = (_: URL, text: string) => text
  await script('https://www.googletagmanager.com/**', google)
  await script('https://connect.facebook.net/**', meta)
  await script('https://mc.yandex.ru/metrika/**', fakeMetrica('https://mc.yandex.ru'))
  await take('https://region1.google-analytics.com/**', told.google, body)
  await take('https://www.facebook.com/**', told.meta, (url) => url.searchParams.get('call') ?? '')
  await take('https://mc.yandex.ru/watch', told.metrica, body)
  await take('https://mc.yandex.ru/goods', told.goods, body)
  return told
}
