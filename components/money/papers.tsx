import type { DocumentSummary } from '@/lib/document/schema'
import { formatDate, formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'

/** Months to download: `2026-11` and its name. */
export function StatementList({
  months,
  locale,
}: {
  months: readonly { key: string; name: string }[]
  locale: Locale
}) {
  const t = moneyText[locale]
  return (
    <section className="panel">
      <h2 className="text-lg! leading-6! mb-1">{t.statements}</h2>
      <p className="small muted">{t.statementsHelp}</p>
      <ul className="mt-2">
        {months.map(({ key, name }) => (
          <li key={key} className="row flex-wrap border-t border-line py-1 first:border-0">
            <span className="grow">{name}</span>
            {(['pdf', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                className="btn line sm"
                href={`/${locale}/seller/money/statements/${key}.${format}`}
                aria-label={`${name}, ${format.toUpperCase()}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Receipts and acts, each a PDF in the reader's language. */
export function DocumentList({ documents, locale }: { documents: readonly DocumentSummary[]; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <section className="panel">
      <h2 className="text-lg! leading-6! mb-1">{t.documents}</h2>
      {documents.length === 0 ? <p className="small muted">{t.noDocuments}</p> : null}
      <ul>
        {documents.map(({ id, kind, name, amount, issuedAt }) => (
          <li key={id} className="row flex-wrap border-t border-line py-1.5 first:border-0">
            <span className="grow min-w-0">
              <a className="link num inline-flex min-h-6 items-center" href={`/${locale}/documents/${id}`}>
                {t[kind]} № {name}
              </a>
              <span className="small muted num block">{formatDate(issuedAt, locale, { time: true })}</span>
            </span>
            <span className="num">{formatMoney(amount, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
