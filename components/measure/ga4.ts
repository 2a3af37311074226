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

/** One event as gtag is called with it. */
export function ga4Call(event: MeasuredEvent): unknown[] {
  if (event.name === 'search') return ['event', 'search', { search_term: event.term }]
  const goods = { currency: 'UZS', value: worthOf(event), items: event.items.map(toItem) }
  if (event.name !== 'purchase') return ['event', event.name, goods]
  const { id, orderId, delivery } = event
  return ['event', 'purchase', { ...goods, transaction_id: orderId, event_id: id, shipping: delivery }]
}

function tellGa4(event: MeasuredEvent): void {
  gtag(...ga4Call(event))
  if (event.name === 'purchase') tellHit('ga4', event.id)
}

const storages = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]

/** Consent Mode v2: everything is denied first, then what was agreed to is granted. `more`: what else it has to know. */
export function ga4Start(id: string, { analytics, ads }: Consent, more: Record<string, string> = {}): unknown[][] {
  const all = (yes: (name: string) => boolean) => Object.fromEntries(storages.map((name) => [name, granted(yes(name))]))
  return [
    ['consent', 'default', { ...all((name) => name === 'security_storage'), wait_for_update: 500 }],
    ['consent', 'update', all((name) => (name.startsWith('ad_') ? ads : analytics))],
    ['js', new Date()],
    ['config', id, { ...more, allow_google_signals: ads, allow_ad_personalization_signals: ads }],
  ]
}

/** Answers what takes events. */
export function startGa4({ id, script }: { id: string; script: string }, consent: Consent) {
  for (const call of ga4Start(id, consent)) gtag(...call)
  loadScript(`${script}?id=${encodeURIComponent(id)}`)
  return tellGa4
}
