import { consentChanged, consentHeard } from '@/components/consent/tell-consent'
import { meterPresses } from '@/components/heatmap/meter-presses'
import { listen, tell } from '@/components/measure/events'
import { startGa4 } from '@/components/measure/ga4'
import { startMeta } from '@/components/measure/meta'
import { startMetrica } from '@/components/measure/metrica'
import { noteTouch } from '@/components/measure/note-touch'
import { shownItem } from '@/components/measure/read-page'
import { forgetShops, startShopFrames } from '@/components/measure/shop-frames'
import { tellMarket } from '@/components/measure/tell-market'
import { startVercel } from '@/components/measure/vercel'
import { TOUCH_COOKIE } from '@/lib/attribution/schema'
import type { Consent } from '@/lib/consent/schema'
import type { Counters } from '@/lib/measure/schema'

const started: { consent: Consent | null } = { consent: null }

const theirs = new RegExp(`^(_ga|_gid|_gcl|_fbp|_fbc|_ym|${TOUCH_COOKIE})`)

/** They hang their cookies on the whole domain: `www.bozor.uz` may have them from `.bozor.uz`. */
const domains = (): string[] => {
  const labels = location.hostname.split('.')
  return ['', ...labels.slice(0, -1).map((_, at) => `; domain=.${labels.slice(at).join('.')}`)]
}

/** Their scripts cannot be called back: without its cookies, a fresh page has none of them. */
function stop(): void {
  forgetShops()
  for (const pair of document.cookie.split('; ')) {
    const name = pair.split('=', 1)[0] ?? ''
    if (!theirs.test(name)) continue
    // biome-ignore lint/suspicious/noDocumentCookie: a short name that is only taken away, in every browser
    for (const domain of domains()) document.cookie = `${name}=; path=/; max-age=0${domain}`
  }
  location.reload()
}

/**
 * Loads the counters that were agreed to, once. Agreeing to less than before ends what runs: `analytics` is for Google
 * Analytics, Yandex Metrica and the collector of our own, `ads` for Meta, for what Google tells its advertisers and for
 * what a shop counts by itself.
 */
export function startCounters(counters: Counters, consent: Consent): void {
  const before = started.consent
  started.consent = consent
  if (before !== null) {
    if (before.analytics !== consent.analytics || before.ads !== consent.ads) stop()
    return
  }
  // What was taken back in another window ends here, too.
  addEventListener('storage', ({ key }) => key === consentHeard && dispatchEvent(new Event(consentChanged)))
  if (consent.analytics) {
    noteTouch()
    listen(tellMarket)
    if (Math.random() * 100 < counters.heat) meterPresses()
  }
  if (consent.analytics && counters.ga4) listen(startGa4(counters.ga4, consent))
  if (consent.analytics && counters.metrica) listen(startMetrica(counters.metrica))
  if (consent.analytics && counters.vercel) startVercel()
  if (consent.ads && counters.meta) listen(startMeta(counters.meta))
  if (consent.ads && counters.shops) startShopFrames(consent)
  const item = shownItem()
  if (item !== null) tell({ name: 'view_item', items: [item] })
}
