import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { Order, ParcelStatus } from '@/lib/order/schema'

const LEGS = 5
const legs = Array.from({ length: LEGS }, (_, leg) => leg)
const reached: Record<ParcelStatus, number> = {
  pending: 1,
  confirmed: 2,
  packed: 3,
  shipped: 4,
  delivered: 5,
  cancelled: 0,
  returned: 0,
}

type Words = { head: string; lead: string }

function words(order: Order, locale: Locale): Words {
  const t = orderText[locale]
  const live = order.parcels.filter(({ status }) => status !== 'cancelled' && status !== 'returned')
  const has = (status: ParcelStatus) => live.some((parcel) => parcel.status === status)
  if (order.status === 'cancelled') return { head: t.headCancelled, lead: t.leadCancelled }
  if (order.status === 'completed') return { head: t.headCompleted, lead: t.leadDone }
  if (has('shipped')) return { head: t.headShipped, lead: t.leadWait }
  if (has('packed')) return { head: t.headPacked, lead: t.leadWait }
  if (order.status === 'paid') return { head: t.headPaid, lead: t.leadWait }
  if (order.provider === 'cash') return { head: t.headCash, lead: t.leadWait }
  return { head: t.headPlaced, lead: t.leadUnpaid }
}

/** Where the parcel that is furthest stands. */
const legsOf = (order: Order): number => Math.max(0, ...order.parcels.map(({ status }) => reached[status]))

export function OrderLead({ order, locale }: { order: Order; locale: Locale }) {
  const t = orderText[locale]
  const { head, lead } = words(order, locale)
  const done = legsOf(order)
  return (
    <section className="lead" aria-label={fill(t.order, { number: order.number })}>
      <img src="/motif/parcel.svg" alt="" width="232" height="174" />
      <p className="small num">
        {fill(t.meta, { number: order.number, date: formatDate(order.placedAt, locale, { time: true }) })}
      </p>
      <h1 className="my-1.5">{head}</h1>
      <p role="status">{lead}</p>
      {order.status === 'cancelled' ? null : (
        <div className="legs" role="img" aria-label={fill(t.legs, { total: LEGS, done })}>
          {legs.map((leg) => (
            <i key={leg} className={leg < done ? 'on' : undefined} />
          ))}
        </div>
      )}
    </section>
  )
}
