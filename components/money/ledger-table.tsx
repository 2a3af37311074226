import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { SignedMoney } from '@/components/money/signed-money'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { entryText, moneyText } from '@/lib/i18n/messages/money'
import type { LedgerLine } from '@/lib/ledger/schema'

/** The shop's account, newest first; every amount leads to the answer why it is what it is. */
export function LedgerTable({ lines, locale }: { lines: readonly LedgerLine[]; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <DeskTable
      head={[
        { label: t.kind },
        { label: t.amount, right: true },
        { label: t.order },
        { label: t.balance, right: true },
        { label: t.why, right: true },
      ]}
    >
      {lines.map((line) => (
        <DeskRow key={line.id}>
          <DeskCell>
            {entryText[locale][line.type]}
            <span className="small muted num block">{formatDate(line.createdAt, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell right>
            <SignedMoney money={line.amount} locale={locale} />
          </DeskCell>
          <DeskCell>
            <OrderLink line={line} locale={locale} />
          </DeskCell>
          <DeskCell right className="num muted">
            {formatMoney(line.balance, locale)}
          </DeskCell>
          <DeskCell right wide>
            <a
              className="link small inline-flex min-h-11 items-center"
              href={`/${locale}/seller/money/entries/${line.id}`}
              aria-label={fill(t.whyEntry, { amount: formatMoney(line.amount, locale) })}
            >
              {t.why}
            </a>
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function OrderLink({ line: { number, parcelId }, locale }: { line: LedgerLine; locale: Locale }) {
  if (number === null) return <span className="muted">—</span>
  if (parcelId === null) return <span className="num">{number}</span>
  return (
    <a className="link num inline-flex min-h-6 items-center" href={`/${locale}/seller/parcels/${parcelId}`}>
      {number}
    </a>
  )
}
