import type { Metadata } from 'next'
import { HelpIndex } from '@/components/help/help-view'
import { listHelpArticles } from '@/lib/help'
import { alternates } from '@/lib/i18n/alternates'
import { helpText } from '@/lib/i18n/messages/help'
import { pageLocale } from '@/lib/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await pageLocale()
  const t = helpText[locale]
  return { title: t.title, description: t.lead, alternates: alternates(locale, '/help') }
}

export default async function HelpPage() {
  const locale = await pageLocale()
  return <HelpIndex articles={listHelpArticles(locale)} locale={locale} />
}
