import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { reasonWord } from '@/components/order/reasons'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { formatDate, formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { type Return, type ReturnStatus, returnStatuses } from '@/lib/order/schema'

const tones: Record<ReturnStatus, BadgeTone> = { requested: 'warn', approved: 'cob', rejected: 'bad', received: 'ok' }

export const returnWord = (status: ReturnStatus, locale: Locale): string => {
  const t = refundText[locale]
  return { requested: t.requested, approved: t.approved, rejected: t.rejected, received: t.inspected }[status]
}

export function ReturnBadge({ status, locale }: { status: ReturnStatus; locale: Locale }) {
  return <Badge tone={tones[status]}>{returnWord(status, locale)}</Badge>
}

/** `here`: the list's own address, of the shop's desk or of the operator's. */
type List = { locale: Locale; here: string }

export function ReturnTabs({ locale, here, status }: List & { status: ReturnStatus | undefined }) {
  return (
    <nav className="tabs" aria-label={sellerText[locale].filter}>
      <a href={here} aria-current={status === undefined ? 'page' : undefined}>
        {refundText[locale].allStates}
      </a>
      {returnStatuses.map((one) => (
        <a key={one} href={`${here}?status=${one}`} aria-current={one === status ? 'page' : undefined}>
          {returnWord(one, locale)}
        </a>
      ))}
    </nav>
  )
}

export function ReturnTable({ returns, locale, here }: List & { returns: readonly Return[] }) {
  const t = refundText[locale]
  const words = sellerText[locale]
  return (
    <section className="panel mt-3.5 py-1!">
      <DeskTable
        head={[
          { label: words.order },
          { label: words.status },
          { label: words.goods },
          { label: t.goodsPrice, right: true },
        ]}
      >
        {returns.map((one) => (
          <DeskRow key={one.id}>
            <DeskCell>
              <a
                className="link num inline-flex min-h-6 items-center"
                href={`${here}/${one.id}`}
                aria-label={fill(t.returnOf, { number: one.orderNumber })}
              >
                {one.orderNumber}
              </a>
              <span className="small muted num block">{formatDate(one.createdAt, locale, { time: true })}</span>
            </DeskCell>
            <DeskCell className="max-[899px]:justify-self-end">
              <ReturnBadge status={one.status} locale={locale} />
            </DeskCell>
            <DeskCell>
              {one.items.map(({ title, quantity }) => `${pick(title, locale)} × ${quantity}`).join(', ')}
              <span className="small muted block">{reasonWord(one.reason, locale)}</span>
            </DeskCell>
            <DeskCell right className="num font-semibold">
              {formatMoney(one.amount, locale)}
            </DeskCell>
          </DeskRow>
        ))}
      </DeskTable>
    </section>
  )
}
