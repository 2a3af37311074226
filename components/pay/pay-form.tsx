'use client'

import { useActionState } from 'react'
import type { PayState } from '@/components/pay/pay-state'
import { PlayedCalls } from '@/components/pay/played-calls'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n'
import { payText } from '@/lib/i18n/messages/pay'

const endings = ['decline', 'twice', 'late', 'never', 'out-of-order', 'forged', 'wrong-amount'] as const

type Props = {
  locale: Locale
  payment: string
  open: boolean
  action: (state: PayState, form: FormData) => Promise<PayState>
  /** The answer to a press without JavaScript. */
  kept: PayState
}

function Endings({ locale, busy }: { locale: Locale; busy: boolean }) {
  const t = payText[locale]
  return (
    <details className="stack">
      <summary className="link">{t.others}</summary>
      <ul className="stack mt-3">
        {endings.map((ending) => (
          <li key={ending} className="stack">
            <Button
              type="submit"
              name="ending"
              value={ending}
              kind="line"
              full
              busy={busy}
              aria-describedby={`hint-${ending}`}
            >
              {t[ending]}
            </Button>
            <p id={`hint-${ending}`} className="small muted">
              {t[`${ending}Hint`]}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Plain buttons of one form, so that it works without a script. */
export function PayForm({ locale, payment, open, action, kept }: Props) {
  const t = payText[locale]
  const [state, send, busy] = useActionState(action, kept)
  return (
    <>
      {open ? (
        <form action={send} className="stack">
          <input type="hidden" name="payment" value={payment} />
          <input type="hidden" name="locale" value={locale} />
          <Button type="submit" name="ending" value="pay" kind="act" full busy={busy}>
            {t.pay}
          </Button>
          <Endings locale={locale} busy={busy} />
        </form>
      ) : (
        <p className="strong">{t.closed}</p>
      )}
      {state === null ? null : <PlayedCalls locale={locale} calls={state.calls} />}
    </>
  )
}
