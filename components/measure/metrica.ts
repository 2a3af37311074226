import { type MeasuredEvent, type MeasuredItem, worthOf } from '@/components/measure/events'
import { loadScript } from '@/components/measure/load-script'

type Page = { ym?: { (...call: unknown[]): void; a?: unknown[]; l?: number }; dataLayer?: unknown[] }

export function ym(...call: unknown[]): void {
  const page = window as Page
  if (page.ym === undefined) {
    const made = Object.assign(
      (...later: unknown[]) => {
        made.a.push(later)
      },
      { a: [] as unknown[], l: Date.now() },
    )
    page.ym = made
  }
  page.ym(...call)
}

const toProduct = ({ sku, title, price, quantity, brand }: MeasuredItem) => ({
  id: sku,
  name: title,
  price,
  quantity,
  brand,
})

const actions = { view_item: 'detail', add_to_cart: 'add', purchase: 'purchase' } as const

/** One event as its script reads it in `dataLayer`; null: none of its kind. */
export function metricaGoods(event: MeasuredEvent): object | null {
  if (!(event.name in actions) || event.name === 'search') return null
  const action = actions[event.name as keyof typeof actions]
  const order = event.name === 'purchase' ? { actionField: { id: event.orderId, revenue: worthOf(event) } } : {}
  return { ecommerce: { currencyCode: 'UZS', [action]: { ...order, products: event.items.map(toProduct) } } }
}

function tellMetrica(event: MeasuredEvent): void {
  const goods = metricaGoods(event)
  if (goods !== null) (window as Page).dataLayer?.push(goods)
}

/** Counts visits and goods; it records nobody's screen. */
export const metricaStart = (id: string, more: object = {}): unknown[] => [
  Number(id),
  'init',
  { clickmap: false, webvisor: false, trackLinks: false, ecommerce: 'dataLayer', ...more },
]

/** Answers what takes events. */
export function startMetrica({ id, script }: { id: string; script: string }) {
  const page = window as Page
  page.dataLayer ??= []
  ym(...metricaStart(id))
  loadScript(`${script}?id=${encodeURIComponent(id)}`)
  return tellMetrica
}
