import { CONSENT_COOKIE, purposes, readConsent, refused } from '@/lib/consent/schema'
import type { Locale } from '@/lib/i18n'
import { EXPERIMENT_COOKIE, type Origin, TOUCH_COOKIE } from './schema'
import { touchesSchema } from './touches-schema'

export type Visit = {
  /** All that the browser sent. */
  cookies: readonly { name: string; value: string }[]
  userAgent: string | null
  ip: string | null
  locale: Locale
  /** From the sealed cookie. */
  subject: string | null
}

function readTouches(text: string | undefined) {
  if (text === undefined) return null
  try {
    return touchesSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // A cookie is the visitor's to spoil: what cannot be read is not there.
    return null
  }
}

/** `_ga` is GA1.1.<client>, where client is two numbers; the session's cookie is GS2.1.s<session>$… or GS1.1.<session>.… */
const gaClientOf = (cookie: string | undefined) => /^GA\d\.\d\.(\d{1,20}\.\d{1,20})$/.exec(cookie ?? '')?.[1] ?? null
function gaSessionOf(cookies: Visit['cookies']): string | null {
  const kept = cookies.find(({ name }) => /^_ga_[A-Z0-9]+$/.test(name))
  return /^GS\d\.\d\.s?(\d{6,20})/.exec(kept?.value ?? '')?.[1] ?? null
}
const metaOf = (cookie: string | undefined) =>
  /^fb\.\d\.\d+\.[\w.-]{1,300}$/.test(cookie ?? '') ? (cookie ?? null) : null

const experimentsOf = (cookie: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (cookie ?? '')
      .split(',')
      .slice(0, 20)
      .flatMap((pair) => {
        const match = /^([a-z0-9-]{1,40})\.([a-z0-9-]{1,20})$/.exec(pair)
        return match?.[1] && match[2] ? [[match[1], match[2]]] : []
      }),
  )

/** What of a visit may be known with its order: nothing that was not agreed to. */
export function readOrigin({ cookies, userAgent, ip, locale, subject }: Visit): Origin {
  const cookie = (wanted: string) => cookies.find(({ name }) => name === wanted)?.value
  const consent = readConsent(cookie(CONSENT_COOKIE)) ?? refused
  const touches = consent.analytics ? readTouches(cookie(TOUCH_COOKIE)) : null
  return {
    subject: consent.analytics || consent.ads ? subject : null,
    consent: purposes.filter((purpose) => consent[purpose]),
    gaClient: consent.analytics ? gaClientOf(cookie('_ga')) : null,
    gaSession: consent.analytics ? gaSessionOf(cookies) : null,
    fbp: consent.ads ? metaOf(cookie('_fbp')) : null,
    fbc: consent.ads ? metaOf(cookie('_fbc')) : null,
    ip: consent.ads ? ip : null,
    userAgent: consent.ads ? (userAgent?.slice(0, 400) ?? null) : null,
    locale,
    device: /Mobi|Android/i.test(userAgent ?? '') ? 'phone' : 'desktop',
    first: touches?.first ?? null,
    last: touches?.last ?? null,
    experiments: consent.analytics ? experimentsOf(cookie(EXPERIMENT_COOKIE)) : {},
  }
}
