import type { FormAction, FormState } from '@/components/account/account-state'
import { StateForm } from '@/components/account/state-form'
import { Button } from '@/components/ui/button'
import { fill, type Locale } from '@/lib/i18n'
import { reminderText } from '@/lib/i18n/messages/reminder'

type Props = {
  /** Where the person is written to; null: nowhere. */
  email: string | null
  locale: Locale
  agree: FormAction
  kept: FormState | null
  stop: (form: FormData) => Promise<void>
}

/** The words are the consent: nothing is sent before the button under them is pressed. */
export function ReminderPanel({ email, locale, agree, kept, stop }: Props) {
  const t = reminderText[locale]
  return (
    <section className="panel stack gap-3" aria-label={t.title}>
      <h2 className="text-[19px]">{t.title}</h2>
      {email === null ? (
        <>
          <p className="small">{t.consent}</p>
          <StateForm
            action={agree}
            kept={kept}
            prefix="remind-"
            hidden={{ locale }}
            kind="line"
            submit={t.agree}
            fields={[{ name: 'email', label: t.email, autoComplete: 'email' }]}
          />
        </>
      ) : (
        <>
          <p className="[overflow-wrap:anywhere]">{fill(t.agreed, { email })}</p>
          <form action={stop}>
            <input type="hidden" name="locale" value={locale} />
            <Button kind="line" full type="submit">
              {t.stop}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}
