import { cookies } from 'next/headers'
import { CONSENT_COOKIE, type Consent, readConsent, refused, spellConsent } from '@/lib/consent/schema'
import { cookieOptions } from './cookie'

const SUBJECT_COOKIE = 'bozor_visitor'
const HALF_YEAR = 182 * 24 * 60 * 60

/** Who a visitor is for measuring; null unless there is a consent. */
export const visitorSubject = async () => (await cookies()).get(SUBJECT_COOKIE)?.value || null

export const currentConsent = async (): Promise<Consent> =>
  readConsent((await cookies()).get(CONSENT_COOKIE)?.value) ?? refused

/** Route handlers and server actions only. After half a year everybody is asked again. */
export async function keepConsent(consent: Consent, subject: string | null): Promise<void> {
  const jar = await cookies()
  jar.set(CONSENT_COOKIE, spellConsent(consent), { ...cookieOptions, httpOnly: false, maxAge: HALF_YEAR })
  if (subject === null) jar.delete(SUBJECT_COOKIE)
  else jar.set(SUBJECT_COOKIE, subject, { ...cookieOptions, maxAge: HALF_YEAR })
}
