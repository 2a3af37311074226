import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { HeadScript } from '@/components/layout/head-script'
import { locales } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'
import '@/app/globals.css'

export const generateStaticParams = () => locales.map((locale) => ({ locale }))

export async function generateMetadata(): Promise<Metadata> {
  const t = layoutText[await pageLocale()]
  return {
    metadataBase: new URL(env.APP_URL),
    title: { default: t.brand, template: `%s · ${t.brand}` },
    description: t.tagline,
    applicationName: t.brand,
    icons: { icon: '/motif/mark.svg' },
    formatDetection: { telephone: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await pageLocale()} suppressHydrationWarning>
      <head>
        <HeadScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
