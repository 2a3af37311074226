'use client'

import { ConsentForm } from '@/components/consent/consent-form'
import { refused } from '@/lib/consent/schema'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { consentText } from '@/lib/i18n/messages/consent'

/** Asks without standing in the way: the page can be read and bought from under it. */
export function ConsentBanner({ done }: { done: () => void }) {
  const lang = document.documentElement.lang
  const locale = isLocale(lang) ? lang : defaultLocale
  const t = consentText[locale]
  return (
    <section className="panel shadow-lift consent" aria-label={t.title}>
      <h2 className="text-lg">{t.title}</h2>
      <p className="small mt-1 mb-3">
        {t.text} <a href={`/${locale}/help/privacy`}>{t.more}</a>
      </p>
      <ConsentForm t={t} given={refused} channel="banner" done={done} />
    </section>
  )
}
