import { type MeasuredEvent, worthOf } from '@/components/measure/events'
import { loadScript } from '@/components/measure/load-script'
import { tellHit } from '@/components/measure/tell-hit'

type Queue = { (...call: unknown[]): void; callMethod?: (...call: unknown[]) => void; queue: unknown[][] }
type Page = { fbq?: Queue & { push?: Queue; loaded?: boolean; version?: string }; _fbq?: unknown }

/** Meta's own queue, as its snippet makes it: calls wait until the script has come. */
export function fbq(...call: unknown[]): void {
  const page = window as Page
  if (page.fbq === undefined) {
    const made: Queue = Object.assign(
      (...later: unknown[]) => {
        if (made.callMethod) made.callMethod(...later)
        else made.queue.push(later)
      },
      { queue: [] as unknown[][] },
    )
    page.fbq = Object.assign(made, { push: made, loaded: true, version: '2.0' })
    page._fbq ??= page.fbq
  }
  page.fbq?.(...call)
}

const names: Partial<Record<MeasuredEvent['name'], string>> = {
  view_item: 'ViewContent',
  add_to_cart: 'AddToCart',
  begin_checkout: 'InitiateCheckout',
  purchase: 'Purchase',
}

/** One event as Meta's queue is called with it; null: none of its kind. */
export function metaCall(event: MeasuredEvent): unknown[] | null {
  if (event.name === 'search') return ['track', 'Search', { search_string: event.term }]
  const name = names[event.name]
  if (name === undefined) return null
  const goods = {
    currency: 'UZS',
    value: worthOf(event),
    content_type: 'product',
    content_ids: event.items.map(({ sku }) => sku),
    contents: event.items.map(({ sku, quantity, price }) => ({ id: sku, quantity, item_price: price })),
  }
  return ['track', name, goods, ...(event.name === 'purchase' ? [{ eventID: event.id }] : [])]
}

function tellMeta(event: MeasuredEvent): void {
  const call = metaCall(event)
  if (call === null) return
  if (event.name === 'purchase') tellHit('meta', event.id)
  fbq(...call)
}

export const metaStart = (id: string): unknown[][] => [
  ['consent', 'grant'],
  ['init', id],
  ['track', 'PageView'],
]

/** Answers what takes events. */
export function startMeta({ id, script }: { id: string; script: string }) {
  for (const call of metaStart(id)) fbq(...call)
  loadScript(script)
  return tellMeta
}
