import type { MeasuredEvent } from '@/components/measure/events'

/** What one shop may know of an event: its own goods, its own part of what was paid. Null: nothing. */
export function narrowEvent(event: MeasuredEvent, shop: string): MeasuredEvent | null {
  if (event.name !== 'view_item' && event.name !== 'add_to_cart' && event.name !== 'purchase') return null
  const items = event.items.filter((item) => item.shop === shop)
  if (items.length === 0) return null
  if (event.name !== 'purchase') return { name: event.name, items }
  const part = event.parts?.[shop]
  if (part === undefined) return null
  return { name: 'purchase', id: event.id, orderId: event.orderId, ...part, items }
}
