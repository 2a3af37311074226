import { CONSENT_COOKIE, type Consent, type ConsentInput, readConsent } from '@/lib/consent/schema'

const cookieNamed = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** What this browser answered; null: it has not been asked in these words. */
export const givenConsent = (): Consent | null => readConsent(cookieNamed(CONSENT_COOKIE))

export const consentChanged = 'bozor:consent'

/** Written so that pages in other windows hear of an answer. */
export const consentHeard = 'bozor_consent_at'

/** True once the answer is kept as proof. Before that nothing is measured, whatever was pressed. */
export async function tellConsent(consent: Consent, channel: ConsentInput['channel']): Promise<boolean> {
  const body: ConsentInput = { ...consent, channel, locale: document.documentElement.lang as ConsentInput['locale'] }
  try {
    const { ok } = await fetch('/api/consent', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (ok) {
      localStorage.setItem(consentHeard, String(Date.now()))
      dispatchEvent(new Event(consentChanged))
    }
    return ok
  } catch {
    return false
  }
}
