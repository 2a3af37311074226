import type { OrderAction } from '@/components/order/order-totals'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { Order } from '@/lib/order/schema'

const still = new Set(['pending', 'confirmed', 'packed', 'cancelled'])

export const cancellable = (order: Order): boolean =>
  (order.status === 'placed' || order.status === 'paid') && order.parcels.every(({ status }) => still.has(status))

type Props = { order: Order; locale: Locale; cancel: OrderAction; token: string | undefined }

/** The question opens in place, without a script; what it costs is said before the button. */
export function CancelOrder({ order, locale, cancel, token }: Props) {
  const t = orderText[locale]
  return (
    <details className="panel">
      <summary className="link cursor-pointer py-2">{t.cancel}</summary>
      <form action={cancel} className="stack mt-3">
        <p className="small">{fill(t.cancelAsk, { sum: formatMoney(order.total, locale) })}</p>
        <input type="hidden" name="number" value={order.number} />
        <input type="hidden" name="locale" value={locale} />
        {token === undefined ? null : <input type="hidden" name="t" value={token} />}
        <Field label={t.cancelReason} name="reason" defaultValue={t.cancelDefault} maxLength={500} required />
        <Button kind="line" full type="submit">
          {t.cancelConfirm}
        </Button>
      </form>
    </details>
  )
}
