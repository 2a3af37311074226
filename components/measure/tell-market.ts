import type { MeasuredEvent } from '@/components/measure/events'
import type { TellVisit } from '@/lib/visit/schema'

const steps: Partial<Record<MeasuredEvent['name'], TellVisit['step']>> = {
  view_item: 'view',
  add_to_cart: 'cart',
  begin_checkout: 'checkout',
}

/** The market's own count of how far its visitors come, whatever other counters there are. */
export function tellMarket({ name }: MeasuredEvent): void {
  const step = steps[name]
  if (step === undefined) return
  const device = matchMedia('(max-width: 899px)').matches ? 'phone' : 'desktop'
  const told = { step, device, locale: document.documentElement.lang }
  navigator.sendBeacon('/api/visits', new Blob([JSON.stringify(told)], { type: 'application/json' }))
}
