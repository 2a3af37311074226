import { allocate, type Money, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { DisputeId, OrderEvent, ParcelId } from './events'
import { after } from './evolve'
import { settleDispute } from './receipt'
import { cancelEmpty } from './refund'
import { leftToGive } from './split-credit'
import { disputed, idsOf, leftOf, type ParcelState, type PlacedState, parcelsOf } from './state'

/** The same code as in the open schema; a person's own words never become it. */
const CHARGEBACK = 'chargeback'

/** The payer's bank wants the money back, through the provider, which also says who has won. */
export type ChargebackCommand = {
  type: 'DisputeByProvider'
  /** Each parcel that bears a part of it has a dispute of its own, whose id begins with this one. */
  disputeId: DisputeId
  amount: Money
  outcome: 'open' | 'buyer' | 'shop'
}

const partOf = (disputeId: DisputeId, index: number): DisputeId => `${disputeId}x${index}`

/** What is not argued about already; goods that have not left yet count too, because their money is asked back as well. */
const free = (parcel: ParcelState) => (parcel.paid ? Math.max(0, leftOf(parcel) - disputed(parcel)) : 0)

function open(state: PlacedState, { disputeId, amount }: ChargebackCommand): OrderEvent[] {
  const parcels = parcelsOf(state)
  if (parcels.some(([, { disputes }], index) => disputes[partOf(disputeId, index)])) return []
  const frees = parcels.map(([, parcel]) => free(parcel))
  const due = Math.min(
    amount.amount,
    frees.reduce((all, one) => all + one, 0),
    leftToGive(state).money,
  )
  if (due <= 0) return []
  const parts = allocate(money(due, state.currency), frees)
  return parcels.flatMap(([parcelId, parcel], index): OrderEvent[] => {
    const part = parts[index]
    if (!part || part.amount === 0) return []
    const of = { ...idsOf(state, parcelId, parcel), disputeId: partOf(disputeId, index) }
    return [{ type: 'DisputeOpened', data: { ...of, amount: part, reason: CHARGEBACK, by: 'provider' } }]
  })
}

/** The buyer gets what is left of the disputed amount: a part may have gone back in the meantime. */
function closeOne(
  state: PlacedState,
  parcelId: ParcelId,
  disputeId: DisputeId,
  favour: 'buyer' | 'shop',
): OrderEvent[] {
  const parcel = state.parcels[parcelId]
  const dispute = parcel?.disputes[disputeId]
  if (!parcel || !dispute?.open) return []
  const refund = favour === 'buyer' ? Math.min(dispute.amount, leftOf(parcel), leftToGive(state).money) : 0
  const settled = settleDispute(state, parcelId, disputeId, {
    refund: money(refund, state.currency),
    favour,
    reason: CHARGEBACK,
    by: 'provider',
    credit: 0,
  })
  if (!settled.ok) throw new Error('What is left of a parcel cannot be too much')
  return settled.value
}

/** May be told in any order: a dispute that is over before we heard that it began is opened and closed in one. */
export function disputeByProvider(state: PlacedState, command: ChargebackCommand) {
  if (command.amount.currency !== state.currency) return fail('wrong-currency')
  const { disputeId, outcome } = command
  let events = open(state, command)
  if (outcome === 'open') return ok(events)
  for (const [index, [parcelId]] of parcelsOf(state).entries()) {
    events = [...events, ...closeOne(after(state, events), parcelId, partOf(disputeId, index), outcome)]
  }
  return ok(outcome === 'buyer' && events.length > 0 ? [...events, ...cancelEmpty(after(state, events))] : events)
}
