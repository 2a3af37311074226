import type { Metadata } from 'next'
import { ConsentSettings } from '@/components/consent/consent-settings'
import { pageHead } from '@/components/seo/page-head'
import { consentText } from '@/lib/i18n/messages/consent'
import { helpText } from '@/lib/i18n/messages/help'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await pageLocale()
  const t = consentText[locale]
  return pageHead({ locale, path: '/help/cookies', title: t.settings, description: t.text })
}

export default async function CookiesPage() {
  const locale = await pageLocale()
  const t = consentText[locale]
  return (
    <div className="wrap pb-16">
      <nav className="crumbs" aria-label={helpText[locale].title}>
        <a href={`/${locale}`}>{layoutText[locale].home}</a>
        <a href={`/${locale}/help`}>{helpText[locale].title}</a>
        <span aria-current="page">{t.settings}</span>
      </nav>
      <div className="max-w-[68ch]">
        <h1>{t.settings}</h1>
        <p className="muted mt-2 mb-5 text-lg">{t.text}</p>
        <div className="panel">
          <ConsentSettings t={t} />
          <noscript>
            <p>{t.noScript}</p>
          </noscript>
        </div>
        <p className="mt-5">
          <a href={`/${locale}/help/privacy`}>{t.more}</a>
        </p>
      </div>
    </div>
  )
}
