import { type MeasuredEvent, type MeasuredItem, worthOf } from '@/components/measure/events'
import { loadScript } from '@/components/measure/load-script'
import { tellHit } from '@/components/measure/tell-hit'
import type { Consent } from '@/lib/consent/schema'

type Tagged = { dataLayer?: unknown[] }

/** gtag's protocol: its script reads what `arguments` objects, not arrays, were pushed before it came. */
export function gtag(..._: unknown[]): void {
  const page = window as Tagged
  page.dataLayer ??= []
  // biome-ignore lint/complexity/noArguments: gtag.js tells commands from data by this very object
  page.dataLayer.push(arguments)
}

const granted = (yes: boolean) => (yes ? 'granted' : 'denied')

const toItem = ({ sku, title, price, quantity, brand }: MeasuredItem) => ({
  item_id: sku,
  item_name: title,
  price,
  quantity,
  ...(brand === undefined ? {} : { item_brand: brand }),
})

function tellGa4(event: MeasuredEvent): void {
  if (event.name === 'search') {
    gtag('event', 'search', { search_term: event.term })
    return
  }
  const goods = { currency: 'UZS', value: worthOf(event), items: event.items.map(toItem) }
  if (event.name !== 'purchase') {
    gtag('event', event.name, goods)
    return
  }
  const { id, orderId, delivery } = event
  gtag('event', 'purchase', { ...goods, transaction_id: orderId, event_id: id, shipping: delivery })
  tellHit('ga4', id)
}

/** Consent Mode v2: everything is denied first, then what was agreed to is granted. Answers what takes events. */
export function startGa4({ id, script }: { id: string; script: string }, { analytics, ads }: Consent) {
  const all = (yes: (name: string) => boolean) =>
    Object.fromEntries(
      [
        'ad_storage',
        'ad_user_data',
        'ad_personalization',
        'analytics_storage',
        'functionality_storage',
        'personalization_storage',
        'security_storage',
      ].map((name) => [name, granted(yes(name))]),
    )
  gtag('consent', 'default', { ...all((name) => name === 'security_storage'), wait_for_update: 500 })
  gtag(
    'consent',
    'update',
    all((name) => (name.startsWith('ad_') ? ads : analytics)),
  )
  gtag('js', new Date())
  gtag('config', id, { allow_google_signals: ads, allow_ad_personalization_signals: ads })
  loadScript(`${script}?id=${encodeURIComponent(id)}`)
  return tellGa4
}
