import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n'
import { payText } from '@/lib/i18n/messages/pay'

const endings = ['decline', 'twice', 'late', 'never'] as const

type Props = { locale: Locale; payment: string; action: (form: FormData) => Promise<void> }

/** Plain buttons of one form, so that it works without a script. */
export function PayForm({ locale, payment, action }: Props) {
  const t = payText[locale]
  return (
    <form action={action} className="stack">
      <input type="hidden" name="payment" value={payment} />
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" name="ending" value="pay" kind="act" full>
        {t.pay}
      </Button>
      <details className="stack">
        <summary className="link">{t.others}</summary>
        <ul className="stack mt-3">
          {endings.map((ending) => (
            <li key={ending} className="stack">
              <Button type="submit" name="ending" value={ending} kind="line" full aria-describedby={`hint-${ending}`}>
                {t[ending]}
              </Button>
              <p id={`hint-${ending}`} className="small muted">
                {t[`${ending}Hint`]}
              </p>
            </li>
          ))}
        </ul>
      </details>
    </form>
  )
}
