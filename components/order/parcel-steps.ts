import type { TimelineStep } from '@/components/ui/timeline'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { Order, Parcel, TimelineEntry, TimelineType } from '@/lib/order/schema'

type Stage = { type: TimelineType; title: string; note?: string | undefined }

const stages = (order: Order, parcel: Parcel, locale: Locale): Stage[] => {
  const t = orderText[locale]
  const shipped = parcel.method === 'pickup' ? t.stepReady : t.stepShipped
  const tracking = parcel.tracking === null ? undefined : fill(t.tracking, { code: parcel.tracking })
  const paid: Stage[] = order.provider === 'cash' ? [] : [{ type: 'order-paid', title: t.stepPaid }]
  const placedNote = order.provider === 'cash' ? t.stepCash : undefined
  return [
    { type: 'order-placed', title: t.stepPlaced, note: placedNote },
    ...paid,
    { type: 'parcel-confirmed', title: t.stepConfirmed },
    { type: 'parcel-packed', title: t.stepPacked },
    { type: 'parcel-shipped', title: shipped, note: tracking ?? undefined },
    { type: 'parcel-delivered', title: t.stepDelivered },
  ]
}

const ended: Partial<Record<Parcel['status'], TimelineType>> = {
  cancelled: 'parcel-cancelled',
  returned: 'parcel-returned',
}

/** The order's own entries and this parcel's, the newest of a kind winning. */
function whenOf(timeline: readonly TimelineEntry[], parcel: Parcel): Map<TimelineType, string> {
  const own = timeline.filter(({ parcelId }) => parcelId === null || parcelId === parcel.id)
  return new Map(own.map(({ type, at }) => [type, at]))
}

/** What may happen to a parcel beside its way: money and goods that go back. */
function asides(order: Order, parcel: Parcel, locale: Locale): TimelineStep[] {
  const t = orderText[locale]
  const titles: Partial<Record<TimelineType, string>> = {
    'parcel-released': t.stepReceived,
    'refund-accepted': t.stepRefundAccepted,
    'dispute-opened': t.stepDisputeOpened,
    'dispute-resolved': t.stepDisputeResolved,
    'return-requested': t.stepReturnRequested,
    'return-approved': t.stepReturnApproved,
    'return-rejected': t.stepReturnRejected,
    'return-received': t.stepReturnReceived,
  }
  // What a decision sets free later is no second receipt.
  const released = order.timeline.find(({ type, parcelId }) => type === 'parcel-released' && parcelId === parcel.id)
  return order.timeline.flatMap((entry): TimelineStep[] => {
    const title = titles[entry.type]
    if (title === undefined || entry.parcelId !== parcel.id) return []
    if (entry.type === 'parcel-released' && (entry !== released || parcel.receivedBy === null)) return []
    const words = order.disputes.find(({ id }) => id === entry.disputeId && entry.type === 'dispute-resolved')
    const note = words?.answerComment ?? undefined
    return [{ state: 'done', title, note, at: entry.at, time: formatDate(entry.at, locale, { time: true }) }]
  })
}

/** Between what is done and what is to come, in their own order. */
export function parcelSteps(order: Order, parcel: Parcel, locale: Locale): TimelineStep[] {
  const steps = waySteps(order, parcel, locale)
  const coming = steps.findIndex(({ state }) => state === 'todo')
  const at = coming < 0 ? steps.length : coming
  return [...steps.slice(0, at), ...asides(order, parcel, locale), ...steps.slice(at)]
}

/** Done, now and to come for one parcel; a cancelled one shows how far it came and that it ended. */
function waySteps(order: Order, parcel: Parcel, locale: Locale): TimelineStep[] {
  const when = whenOf(order.timeline, parcel)
  const show = ({ title, note }: Stage, at: string | undefined, state: TimelineStep['state']): TimelineStep => ({
    state,
    title,
    note,
    ...(at !== undefined && { at, time: formatDate(at, locale, { time: true }) }),
  })
  const all = stages(order, parcel, locale)
  const end = ended[parcel.status]
  const last = all.findLastIndex(({ type }) => when.has(type))
  if (end !== undefined) {
    const done = all.filter(({ type }) => when.has(type)).map((stage) => show(stage, when.get(stage.type), 'done'))
    const t = orderText[locale]
    const title = end === 'parcel-returned' ? t.stepReturned : t.stepCancelled
    return [...done, show({ type: end, title }, when.get(end) ?? when.get('order-cancelled'), 'now')]
  }
  const finished = last === all.length - 1
  return all.map((stage, index) => {
    const at = when.get(stage.type)
    if (index < last || finished) return show(stage, at, 'done')
    return show(stage, at, index === last ? 'now' : 'todo')
  })
}
