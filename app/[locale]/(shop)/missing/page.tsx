import type { Metadata } from 'next'
import { MissingView } from '@/components/layout/missing-view'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'
import { statusMeta } from '@/lib/i18n/status-meta'

export async function generateMetadata(): Promise<Metadata> {
  return { title: layoutText[await pageLocale()].notFoundTitle, ...statusMeta(404) }
}

/** What is sent, with its own status, for every address that leads nowhere (scripts/serve/page-front.mjs). */
export default async function MissingPage() {
  return <MissingView locale={await pageLocale()} />
}
