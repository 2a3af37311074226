import type { Metadata } from 'next'
import { HeadScript } from '@/components/layout/head-script'
import { locales } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'
import '@/app/globals.css'

export const metadata: Metadata = { title: `404 · ${layoutText.uz.brand}`, robots: { index: false } }

/** An address outside every route: its language is unknown, so all three are spoken. */
export default function GlobalNotFound() {
  return (
    <html lang="uz" suppressHydrationWarning>
      <head>
        <HeadScript />
      </head>
      <body>
        <main className="wrap alone empty">
          <img src="/motif/empty.svg" alt="" width="190" height="142" />
          <h1>{layoutText.uz.notFoundTitle}</h1>
          {locales.map((locale) => (
            <p key={locale} lang={locale}>
              <span className="muted">{layoutText[locale].notFoundText}</span>{' '}
              <a className="link" href={`/${locale}`}>
                {layoutText[locale].toHome}
              </a>
            </p>
          ))}
        </main>
      </body>
    </html>
  )
}
