import type { Metadata } from 'next'
import { HelpIndex } from '@/components/help/help-view'
import { pageHead } from '@/components/seo/page-head'
import { listHelpArticles } from '@/lib/help'
import { helpText } from '@/lib/i18n/messages/help'
import { pageLocale } from '@/lib/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await pageLocale()
  const t = helpText[locale]
  return pageHead({ locale, path: '/help', title: t.title, description: t.lead })
}

export default async function HelpPage() {
  const locale = await pageLocale()
  return <HelpIndex articles={listHelpArticles(locale)} locale={locale} />
}
