/** `price` and `value` are soʻm, as counters want them: whole units, tiyin behind the point. */
export type MeasuredItem = {
  sku: string
  title: string
  price: number
  quantity: number
  brand?: string | undefined
  /** Whose goods they are: by this a shop's own counters are told of these alone. */
  shop?: string | undefined
}

/** A shop's part of a purchase: what its parcel costs with delivery, and the delivery. */
export type Part = { value: number; delivery: number }

/** Everything a page may tell. `id` of a purchase is the server's own, so that a counter knows both for one. */
export type MeasuredEvent =
  | { name: 'view_item' | 'add_to_cart' | 'view_cart' | 'begin_checkout'; items: readonly MeasuredItem[] }
  | { name: 'search'; term: string }
  | ({ name: 'purchase'; id: string; orderId: string; items: readonly MeasuredItem[] } & Part & {
        parts?: Readonly<Record<string, Part>>
      })

type Taker = (event: MeasuredEvent) => void

const most = 50
const told: MeasuredEvent[] = []
const takers: Taker[] = []

/** Waits in this page's memory for a counter that was agreed to; without one it is gone with the page. */
export function tell(event: MeasuredEvent): void {
  if (told.length < most) told.push(event)
  for (const take of takers) take(event)
}

/** A counter hears what was told before it came, too. */
export function listen(take: Taker): void {
  takers.push(take)
  for (const event of told) take(event)
}

export const worthOf = (event: MeasuredEvent): number => {
  if (event.name === 'search') return 0
  if (event.name === 'purchase') return event.value
  return event.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
}
