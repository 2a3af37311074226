import { whenIdle } from '@/components/layout/when-idle'
import { listen, type MeasuredEvent } from '@/components/measure/events'
import { ga4Call, ga4Start } from '@/components/measure/ga4'
import { metaCall, metaStart } from '@/components/measure/meta'
import { metricaGoods, metricaStart } from '@/components/measure/metrica'
import { narrowEvent } from '@/components/measure/narrow-event'
import { shownShop } from '@/components/measure/read-page'
import type { Consent } from '@/lib/consent/schema'
import type { PixelAnswer, ShopPixels } from '@/lib/measure/schema'

/** One call of a counter's own function, by its name in the frame (lib/measure/pixel-bridge.ts). */
type Call = [name: 'gtag' | 'fbq' | 'ym' | 'goods', ...args: unknown[]]

const kept = 'bozor_shop_visit:'

/** A number for this visit to one shop, in this tab: shops cannot compare theirs, and it ends with the tab. */
function visitOf(shop: string): string {
  const name = kept + shop
  const known = sessionStorage.getItem(name)
  if (known !== null) return known
  const [drawn = 1] = crypto.getRandomValues(new Uint32Array(1))
  const made = `${drawn}.${Math.floor(Date.now() / 1000)}`
  sessionStorage.setItem(name, made)
  return made
}

/** An order's address opens it, so of that page no more is said than that it is one. */
function whereOf(shop: string): { address: string; title: string } {
  const { origin, pathname } = location
  if (shownShop() === shop) return { address: origin + pathname, title: document.title }
  return { address: `${origin}/${document.documentElement.lang}/orders`, title: '' }
}

function startCalls(shop: string, { ga4, meta, metrica }: ShopPixels, consent: Consent): Call[] {
  const { address, title } = whereOf(shop)
  const page = { client_id: visitOf(shop), page_location: address, page_title: title }
  return [
    ...(ga4 === null ? [] : ga4Start(ga4, consent, page).map((call): Call => ['gtag', ...call])),
    ...(meta === null ? [] : metaStart(meta).map((call): Call => ['fbq', ...call])),
    ...(metrica === null
      ? []
      : [
          ['ym', ...metricaStart(metrica, { defer: true })] satisfies Call,
          ['ym', Number(metrica), 'hit', address, { title }] satisfies Call,
        ]),
  ]
}

function eventCalls(event: MeasuredEvent, { ga4, meta, metrica }: ShopPixels): Call[] {
  const [seen, goods] = [metaCall(event), metricaGoods(event)]
  return [
    ...(ga4 === null ? [] : [['gtag', ...ga4Call(event)] satisfies Call]),
    ...(meta === null || seen === null ? [] : [['fbq', ...seen] satisfies Call]),
    ...(metrica === null || goods === null ? [] : [['goods', goods] satisfies Call]),
  ]
}

/** A document of no origin: it sees neither this page nor its cookies, and this page hands in what it is to know. */
function openFrame(shop: string): Promise<MessagePort> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.referrerPolicy = 'no-referrer'
  frame.hidden = true
  frame.dataset['shopPixel'] = shop
  frame.src = `/api/pixels/${shop}`
  document.body.append(frame)
  return new Promise((resolve) => {
    const open = () => {
      const { port1, port2 } = new MessageChannel()
      // It has no origin to be named by; the port stays with this document, whatever the frame shows later.
      frame.contentWindow?.postMessage('bozor:pixel', '*', [port2])
      resolve(port1)
    }
    frame.addEventListener('load', open, { once: true })
  })
}

type Open = { pixels: ShopPixels; port: MessagePort }

async function ask(shops: readonly string[]): Promise<PixelAnswer['shops']> {
  try {
    const answer = await fetch(`/api/pixels?${new URLSearchParams(shops.map((shop) => ['shop', shop]))}`)
    return answer.ok ? ((await answer.json()) as PixelAnswer).shops : {}
  } catch {
    return {}
  }
}

const opened = new Map<string, Promise<Open | null>>()

/** Each of these shops that counts by itself gets its frame, once a page. */
function open(shops: readonly string[], consent: Consent): void {
  const fresh = shops.filter((shop) => !opened.has(shop))
  if (fresh.length === 0) return
  const answered = ask(fresh)
  for (const shop of fresh) {
    const pixels = answered.then((found) => found[shop] ?? null)
    const ready = pixels.then(async (own): Promise<Open | null> => {
      if (own === null || !opened.has(shop)) return null
      const port = await openFrame(shop)
      for (const call of startCalls(shop, own, consent)) port.postMessage(call)
      return { pixels: own, port }
    })
    opened.set(shop, ready)
  }
}

/**
 * A shop's own counters: on its page and its goods', and on the page of an order for what was bought from it. Nothing is
 * asked for before the page is idle.
 */
export function startShopFrames(consent: Consent): void {
  whenIdle(() => {
    const here = shownShop()
    if (here !== undefined) open([here], consent)
    listen((event) => {
      if (event.name === 'purchase') open([...new Set(event.items.flatMap(({ shop }) => shop ?? []))], consent)
      for (const [shop, ready] of opened) {
        const own = narrowEvent(event, shop)
        if (own === null) continue
        void ready.then((found) => {
          for (const call of found === null ? [] : eventCalls(own, found.pixels)) found?.port.postMessage(call)
        })
      }
    })
  })
}

/** At once: the documents with their counters are gone, and what they knew a visit by. */
export function forgetShops(): void {
  opened.clear()
  for (const frame of document.querySelectorAll('iframe[data-shop-pixel]')) frame.remove()
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(kept)) sessionStorage.removeItem(name)
}
