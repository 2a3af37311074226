import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { moneyText, payoutText } from '@/lib/i18n/messages/money'
import type { PayoutRun } from '@/lib/payout/schema'

type Props = { run: PayoutRun; locale: Locale; propose: (form: FormData) => Promise<void> }

/** Who would be paid now and who would not, with the reason; one press proposes them. */
export function DuePanel({ run, locale, propose }: Props) {
  const t = moneyText[locale]
  return (
    <section className="panel mt-4">
      <h2 className="text-lg! leading-6! mb-1">{t.due}</h2>
      <p className="small muted">{run.proposed.length === 0 ? t.nobodyDue : t.proposeHelp}</p>
      <ul className="my-2">
        {run.proposed.map(({ shop, amount }) => (
          <li key={shop} className="row between border-t border-line py-2 first:border-0">
            <span>{shop}</span>
            <b className="num">{formatMoney(amount, locale)}</b>
          </li>
        ))}
      </ul>
      {run.proposed.length === 0 ? null : (
        <form action={propose}>
          <input type="hidden" name="locale" value={locale} />
          <Button kind="act" type="submit">
            {t.propose}
          </Button>
        </form>
      )}
      {run.skipped.length === 0 ? null : (
        <details className="mt-2">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {t.skipped}: {run.skipped.length}
          </summary>
          <ul>
            {run.skipped.map(({ shop, reason, payable }) => (
              <li key={shop} className="row between flex-wrap border-t border-line py-2">
                <span>
                  {shop}
                  <span className="small muted block">{payoutText[locale][reason]}</span>
                </span>
                <span className="num">{formatMoney(payable, locale)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
