import type { Locale } from '@/lib/i18n'

/** `analytics`: measuring visits; `ads`: telling advertisers which of their visitors bought. */
export const purposes = ['analytics', 'ads'] as const
export type Purpose = (typeof purposes)[number]
export type Consent = Readonly<Record<Purpose, boolean>>

/** Of the words that are shown: who agreed to other words is asked again. */
export const consentVersion = '2026-11-22-2'

/** Readable by the page, so that it loads nothing before it has looked: `2026-11-22-2.analytics.ads`. */
export const CONSENT_COOKIE = 'bozor_consent'

export const refused: Consent = { analytics: false, ads: false }

export const spellConsent = (consent: Consent): string =>
  [consentVersion, ...purposes.filter((purpose) => consent[purpose])].join('.')

/** Null: not asked yet, or agreed to other words. */
export function readConsent(value: string | undefined): Consent | null {
  const [version, ...given] = value?.split('.') ?? []
  if (version !== consentVersion) return null
  return { analytics: given.includes('analytics'), ads: given.includes('ads') }
}

/** What a visitor answers: POST /api/consent. Its schema is behind the door, for this file is sent to every browser. */
export type ConsentInput = Consent & { locale: Locale; channel: 'banner' | 'page' }
