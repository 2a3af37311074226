import type { DocumentSummary } from '@/lib/document/schema'
import { formatDate, formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'

type Props = { receipts: readonly DocumentSummary[]; locale: Locale; token: string | undefined }

/** What the buyer can keep: a receipt of each shop, and of what came back. */
export function OrderReceipts({ receipts, locale, token }: Props) {
  const t = moneyText[locale]
  if (receipts.length === 0) return null
  const query = token === undefined ? '' : `?${new URLSearchParams({ t: token })}`
  return (
    <section className="panel mt-4">
      <h2 className="mb-2 text-[19px]">{t.documents}</h2>
      <ul>
        {receipts.map(({ id, kind, name, amount, issuedAt }) => (
          <li key={id} className="row flex-wrap border-t border-line py-1.5 first:border-0">
            <span className="min-w-0 grow">
              <a className="link num inline-flex min-h-6 items-center" href={`/${locale}/documents/${id}${query}`}>
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
