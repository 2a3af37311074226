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

function tellMetrica(event: MeasuredEvent): void {
  if (!(event.name in actions) || event.name === 'search') return
  const action = actions[event.name as keyof typeof actions]
  const order = event.name === 'purchase' ? { actionField: { id: event.orderId, revenue: worthOf(event) } } : {}
  const page = window as Page
  page.dataLayer?.push({
    ecommerce: { currencyCode: 'UZS', [action]: { ...order, products: event.items.map(toProduct) } },
  })
}

/** Counts visits and goods; it records nobody's screen. Answers what takes events. */
export function startMetrica({ id, script }: { id: string; script: string }) {
  const page = window as Page
  page.dataLayer ??= []
  ym(Number(id), 'init', { clickmap: false, webvisor: false, trackLinks: false, ecommerce: 'dataLayer' })
  loadScript(`${script}?id=${encodeURIComponent(id)}`)
  return tellMetrica
}
