import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { providerName } from '@/components/order/refund-list'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { PaymentStatus } from '@/lib/payment/schema'
import type { MarketPayment } from '@/lib/report/schema'

export const paymentStates = [
  'requested',
  'captured',
  'captured_excess',
  'cancelled',
  'refunded',
] as const satisfies PaymentStatus[]

const tones: Record<PaymentStatus, BadgeTone> = {
  requested: 'warn',
  captured: 'ok',
  captured_excess: 'bad',
  cancelled: 'cob',
  refunded: 'turq',
}

const wordOf = (status: PaymentStatus, locale: Locale): string => {
  const t = adminText[locale]
  return {
    requested: t.waiting,
    captured: t.paid,
    captured_excess: t.twice,
    cancelled: t.cancelled,
    refunded: t.refunded,
  }[status]
}

export function PaymentBadge({ status, locale }: { status: PaymentStatus; locale: Locale }) {
  return <Badge tone={tones[status]}>{wordOf(status, locale)}</Badge>
}

export function FindPayment({ locale, number }: { locale: Locale; number: string | undefined }) {
  const t = adminText[locale]
  return (
    <form method="get" className="panel mt-4 flex flex-wrap items-end gap-3">
      <Field
        className="grow"
        label={t.search}
        name="number"
        defaultValue={number}
        autoComplete="off"
        autoCapitalize="characters"
        placeholder="104722913K"
        maxLength={20}
      />
      <Button kind="solid" type="submit">
        {t.find}
      </Button>
    </form>
  )
}

export function PaymentTabs({ locale, status }: { locale: Locale; status: PaymentStatus | undefined }) {
  const here = `/${locale}/admin/payments`
  return (
    <nav className="tabs mt-0!" aria-label={sellerText[locale].filter}>
      <a href={here} aria-current={status === undefined ? 'page' : undefined}>
        {adminText[locale].all}
      </a>
      {paymentStates.map((one) => (
        <a key={one} href={`${here}?status=${one}`} aria-current={one === status ? 'page' : undefined}>
          {wordOf(one, locale)}
        </a>
      ))}
    </nav>
  )
}

export function PaymentTable({ payments, locale }: { payments: readonly MarketPayment[]; locale: Locale }) {
  const t = adminText[locale]
  return (
    <DeskTable
      head={[
        { label: t.order },
        { label: t.status },
        { label: t.provider },
        { label: t.captured, right: true },
        { label: t.givenBack, right: true },
      ]}
    >
      {payments.map((payment) => (
        <DeskRow key={payment.id}>
          <DeskCell>
            <a
              className="link num inline-flex min-h-6 items-center"
              href={`/${locale}/admin/payments/${payment.number}`}
              aria-label={fill(t.orderOf, { number: payment.number })}
            >
              {payment.number}
            </a>
            <span className="small muted num block">{formatDate(payment.createdAt, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <PaymentBadge status={payment.status} locale={locale} />
          </DeskCell>
          <DeskCell>
            {providerName(payment.provider, locale)}
            <span className="small muted num block [overflow-wrap:anywhere]">{payment.providerRef}</span>
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(payment.captured, locale)}
            {payment.captured.amount === payment.amount.amount ? null : (
              <span className="small muted block font-normal">/ {formatMoney(payment.amount, locale)}</span>
            )}
          </DeskCell>
          <DeskCell right wide className="num muted">
            {payment.refunded.amount === 0 ? '—' : formatMoney(payment.refunded, locale)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
