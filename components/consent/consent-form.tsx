'use client'

import { type FormEvent, useId, useState } from 'react'
import { tellConsent } from '@/components/consent/tell-consent'
import { Button } from '@/components/ui/button'
import { type Consent, type ConsentInput, purposes } from '@/lib/consent/schema'
import type { consentText } from '@/lib/i18n/messages/consent'

type Text = (typeof consentText)['uz']
type Props = { t: Text; given: Consent; channel: ConsentInput['channel']; done?: (() => void) | undefined }

/** Both answers are one press away and look alike; nothing is ticked beforehand. */
export function ConsentForm({ t, given, channel, done }: Props) {
  const [said, setSaid] = useState<'saved' | 'failed' | null>(null)
  const [choosing, setChoosing] = useState(channel === 'page')
  const [chosen, setChosen] = useState(given)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const tell = async (consent: Consent) => {
    setBusy(true)
    setChosen(consent)
    const kept = await tellConsent(consent, channel)
    setBusy(false)
    setSaid(kept ? 'saved' : 'failed')
    if (kept) done?.()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void tell(chosen)
  }
  return (
    <form onSubmit={submit} className="stack gap-3">
      {choosing
        ? purposes.map((purpose) => (
            <label key={purpose} className="row items-start gap-3 py-2" htmlFor={`${id}${purpose}`}>
              <input
                type="checkbox"
                id={`${id}${purpose}`}
                className="mt-1"
                checked={chosen[purpose]}
                onChange={(event) => setChosen({ ...chosen, [purpose]: event.target.checked })}
              />
              <span>
                <span className="strong block">{t[purpose]}</span>
                <span className="small muted">{t[`${purpose}Note`]}</span>
              </span>
            </label>
          ))
        : null}
      <div className="row flex-wrap gap-2">
        <Button kind="line" size="sm" busy={busy} onClick={() => void tell({ analytics: false, ads: false })}>
          {t.refuseAll}
        </Button>
        <Button kind="line" size="sm" busy={busy} onClick={() => void tell({ analytics: true, ads: true })}>
          {t.acceptAll}
        </Button>
        {choosing ? (
          <Button kind="solid" size="sm" type="submit" busy={busy}>
            {t.save}
          </Button>
        ) : (
          <Button size="sm" onClick={() => setChoosing(true)}>
            {t.choose}
          </Button>
        )}
      </div>
      <p className="small m-0" role="status">
        {said === null ? '' : t[said]}
      </p>
    </form>
  )
}
