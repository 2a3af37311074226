/** From `from` pieces on, one costs `price` minor units. */
export type Tier = { from: number; price: number }

export type OrderTerms = { minOrder: number; multiple: number }

/** More pieces never cost more each. */
export const falling = (tiers: readonly Tier[]): boolean =>
  tiers.every(({ from, price }, at) => {
    const before = tiers[at - 1]
    return !before || (from > before.from && price < before.price)
  })

/** The smallest quantity that can be ordered. */
export const leastOrder = ({ minOrder, multiple }: OrderTerms): number => Math.ceil(minOrder / multiple) * multiple

export type QuantityProblem = 'below-minimum-order' | 'not-a-multiple'

export function quantityProblem(terms: OrderTerms, quantity: number): QuantityProblem | null {
  if (quantity < terms.minOrder) return 'below-minimum-order'
  return quantity % terms.multiple === 0 ? null : 'not-a-multiple'
}

/** Where a tap on plus or minus leads from any quantity: always to one that can be ordered; null: no further. */
export function nextQuantity(terms: OrderTerms, quantity: number, step: 1 | -1, most: number): number | null {
  const { multiple } = terms
  const next =
    step === 1 ? (Math.floor(quantity / multiple) + 1) * multiple : (Math.ceil(quantity / multiple) - 1) * multiple
  if (step === 1) {
    const wanted = Math.max(next, leastOrder(terms))
    return wanted <= most ? wanted : null
  }
  const wanted = Math.min(next, Math.floor(most / multiple) * multiple)
  return wanted >= leastOrder(terms) ? wanted : null
}

/** What one costs of so many, in minor units: tiers only lower the price in force. */
export const unitPrice = (single: number, tiers: readonly Tier[], quantity: number): number =>
  tiers.reduce((best, { from, price }) => (quantity >= from && price < best ? price : best), single)

/** What a table of tiers may say beside this price. */
export const tiersBelow = (single: number, tiers: readonly Tier[]): Tier[] =>
  tiers.filter(({ price }) => price < single)

export type Priced = { price: number; compareAt: number | null }

/** What was before a change: `lowest` of the 30 days up to now, the price in force among them. */
export type PriceBefore = Priced & { reference: number | null; lowest: number }

/** `reference`: what the discount is measured by; null: nothing is struck through. `lowest`: the true figure. */
export type Judged = { honest: true; reference: number | null } | { honest: false; lowest: number | null }

/**
 * Is what is struck through true? At most the lowest price of the 30 days before the discount began: a further cut does
 * not begin it anew, a raised price does. What was never sold for anything else has no old price (`before` null).
 * Article 6a of Directive 98/6/EC, taken strictly.
 */
export function judgeDiscount({ price, compareAt }: Priced, before: PriceBefore | null): Judged {
  if (compareAt === null || compareAt <= price) return { honest: true, reference: null }
  if (before === null) return { honest: false, lowest: null }
  if (price === before.price && compareAt === before.compareAt) return { honest: true, reference: before.reference }
  const runs = before.compareAt !== null && before.compareAt > before.price && price <= before.price
  const reference = (runs ? before.reference : null) ?? before.lowest
  return compareAt <= reference ? { honest: true, reference } : { honest: false, lowest: reference }
}

/** What may be shown of a promise made earlier: never more than the truth of the day it begins. */
export function honestPrice(wanted: Priced, before: PriceBefore): Priced & { reference: number | null } {
  const judged = judgeDiscount(wanted, before)
  if (judged.honest) return { ...wanted, reference: judged.reference }
  const { lowest } = judged
  const real = lowest !== null && lowest > wanted.price
  return { price: wanted.price, compareAt: real ? lowest : null, reference: real ? lowest : null }
}

export type PriceListState = 'planned' | 'running' | 'ended'

/** `entries` counts. Times are ISO. */
export type PriceList = {
  id: string
  name: string
  from: string
  to: string | null
  state: PriceListState
  entries: number
}

export type PriceChange = { since: string; was: number; price: number }
