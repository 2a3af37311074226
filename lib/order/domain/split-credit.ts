import { money } from '@/lib/kernel/money'
import type { OrderEvent } from './events'
import { after } from './evolve'
import { leftOf, type PlacedState, parcelsOf } from './state'

/** Of all that can still go back: what is credit, and what the provider has taken. */
export function leftToGive(state: PlacedState): { credit: number; money: number } {
  const left = parcelsOf(state).reduce((all, [, parcel]) => all + leftOf(parcel), 0)
  const credit = state.credit - state.creditBack
  return { credit, money: left - credit }
}

/** As what is left divides into credit and money; whatever comes last takes all that is left of both. */
function partOf(state: PlacedState, amount: number): number {
  const { credit, money: rest } = leftToGive(state)
  return Number((BigInt(amount) * BigInt(credit)) / BigInt(Math.max(1, credit + rest)))
}

/** Of each refund the part that was paid with credit goes back as credit, unless the refund says itself how much. */
export function splitCredit(state: PlacedState, events: readonly OrderEvent[]): OrderEvent[] {
  let now = state
  return events.map((event) => {
    const split =
      event.type === 'RefundAccepted' && event.data.credit === undefined
        ? { ...event, data: { ...event.data, credit: money(partOf(now, event.data.amount.amount), now.currency) } }
        : event
    now = after(now, [split])
    return split
  })
}
