import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { reasonWord } from '@/components/order/reasons'
import { providerName } from '@/components/order/refund-list'
import { Button } from '@/components/ui/button'
import { formatDate, formatMoney, formatPhone } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { RefundStatus } from '@/lib/payment/schema'
import type { MarketRefund } from '@/lib/report/schema'

export const refundStates = ['manual', 'accepted', 'done'] as const satisfies RefundStatus[]

export function RefundTabs({ locale, status }: { locale: Locale; status: RefundStatus }) {
  const t = adminText[locale]
  const words = { manual: t.byHand, accepted: t.onTheWay, done: t.done }
  return (
    <nav className="tabs mt-0!" aria-label={sellerText[locale].filter}>
      {refundStates.map((one) => (
        <a key={one} href={`/${locale}/admin/refunds?status=${one}`} aria-current={one === status ? 'page' : undefined}>
          {words[one]}
        </a>
      ))}
    </nav>
  )
}

/** What a person has to do for this one. */
function orderFor({ failure, provider }: MarketRefund, locale: Locale): string {
  const t = adminText[locale]
  if (failure === 'payme-cabinet') return t.doPayme
  if (failure === 'payme-partial-refund') return t.doPaymePart
  if (failure === 'click-partial-refund') return t.doClickPart
  return provider === 'cash' ? t.doCash : t.doOther
}

type Desk = { locale: Locale; back: string; settle: (form: FormData) => Promise<void> }

export function RefundDesk({ refunds, ...desk }: Desk & { refunds: readonly MarketRefund[] }) {
  const { locale } = desk
  const t = adminText[locale]
  return (
    <DeskTable
      head={[
        { label: t.order },
        { label: t.amount, right: true },
        { label: t.buyer },
        { label: t.provider },
        { label: t.action, right: true },
      ]}
    >
      {refunds.map((refund) => (
        <DeskRow key={refund.id}>
          <DeskCell>
            <a
              className="link num inline-flex min-h-6 items-center"
              href={`/${locale}/admin/payments/${refund.number}`}
              aria-label={fill(t.orderOf, { number: refund.number })}
            >
              {refund.number}
            </a>
            <span className="small muted num block">{formatDate(refund.createdAt, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(refund.amount, locale)}
          </DeskCell>
          <DeskCell className="small">
            {refund.buyer}
            <span className="muted num block whitespace-nowrap">
              {refund.phone === null ? null : formatPhone(refund.phone)}
            </span>
          </DeskCell>
          <DeskCell className="small max-[899px]:col-span-2">
            {[providerName(refund.provider, locale), refund.shop].filter(Boolean).join(' · ')}
            <span className="muted num block [overflow-wrap:anywhere]">{refund.providerRef}</span>
            <span className="muted block">
              {refund.excess ? refundText[locale].excess : reasonWord(refund.reason, locale)}
            </span>
          </DeskCell>
          <DeskCell right wide className="whitespace-normal! max-[899px]:text-left!">
            <Settle refund={refund} {...desk} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Settle({ refund, locale, back, settle }: Desk & { refund: MarketRefund }) {
  const t = adminText[locale]
  if (refund.status === 'done')
    return (
      <span className="small muted num">
        {refund.doneAt === null ? t.done : formatDate(refund.doneAt, locale, { time: true })}
      </span>
    )
  if (refund.status === 'accepted') return <span className="small muted">{t.onTheWay}</span>
  return (
    <form action={settle} className="stack gap-2! min-[900px]:ml-auto min-[900px]:max-w-72">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={refund.id} />
      <input type="hidden" name="back" value={back} />
      <span className="small">
        {orderFor(refund, locale)}
        {refund.failure === null ? null : <code className="muted block">{refund.failure}</code>}
      </span>
      <Button
        kind="solid"
        size="sm"
        type="submit"
        aria-label={fill(t.settleOf, { number: refund.number, sum: formatMoney(refund.amount, locale) })}
      >
        {t.settle}
      </Button>
    </form>
  )
}
