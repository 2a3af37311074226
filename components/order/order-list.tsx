import { Thumb } from '@/components/product/picture'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { formatDate, formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { OrderStatus, OrderSummary } from '@/lib/order/schema'

const tones: Record<OrderStatus, BadgeTone> = { placed: 'warn', paid: 'turq', cancelled: 'bad', completed: 'ok' }

const statusWord = (status: OrderStatus, locale: Locale): string => {
  const t = orderText[locale]
  return { placed: t.placed, paid: t.paidStatus, cancelled: t.cancelledStatus, completed: t.completed }[status]
}

function Summary({ order, locale }: { order: OrderSummary; locale: Locale }) {
  const t = orderText[locale]
  return (
    <li className="panel">
      <div className="row between flex-wrap items-start gap-3">
        <h3>
          <a className="link num" href={`/${locale}/orders/${order.number}`}>
            {order.number}
          </a>
          <span className="small muted block font-normal">{formatDate(order.placedAt, locale, { year: true })}</span>
        </h3>
        <span className="text-right">
          <Badge tone={tones[order.status]}>{statusWord(order.status, locale)}</Badge>
          <span className="num strong mt-1 block">{formatMoney(order.total, locale)}</span>
        </span>
      </div>
      <div className="row mt-3 flex-wrap gap-3">
        <span className="minis">
          {order.images.map((image) => (
            <Thumb key={image} imageKey={image} width={52} height={65} />
          ))}
        </span>
        <span className="small muted grow">
          {order.parcels.map(({ id, shopName, status }) => (
            <span key={id} className="block">
              {shopName}: {t[status]}
            </span>
          ))}
        </span>
      </div>
    </li>
  )
}

export function OrderList({ orders, locale }: { orders: readonly OrderSummary[]; locale: Locale }) {
  return (
    <ul className="stack gap-3">
      {orders.map((order) => (
        <Summary key={order.id} order={order} locale={locale} />
      ))}
    </ul>
  )
}
