import { SignedMoney } from '@/components/money/signed-money'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { creditText } from '@/lib/i18n/messages/credit'
import type { Money } from '@/lib/kernel/money'
import type { CreditLine } from '@/lib/ledger/schema'

type Props = { have: Money; lines: readonly CreditLine[]; locale: Locale }

/** What there is to spend, and where it came from and went. */
export function CreditPanel({ have, lines, locale }: Props) {
  const t = creditText[locale]
  return (
    <section className="panel" aria-label={t.title}>
      <h2 className="text-[19px]">{t.title}</h2>
      <p className="mt-1.5">
        <span className="small muted block">{t.have}</span>
        <b className="price num">{formatMoney(have, locale)}</b>
      </p>
      <p className="small muted">{lines.length === 0 ? t.none : t.help}</p>
      <ul className="mt-2">
        {lines.map(({ id, type, number, amount, at }) => (
          <li key={id} className="row between border-t border-line py-2 first:border-0">
            <span className="min-w-0">
              {t[type]}
              <span className="small muted num block">
                {[number === null ? null : fill(t.order, { number }), formatDate(at, locale)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <SignedMoney money={amount} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}
