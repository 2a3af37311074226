import type { Metadata } from 'next'
import { Measured } from '@/components/measure/measured'
import { LiveList } from '@/components/search/live-list'
import { type Query, readSearch, searchHref } from '@/components/search/search-address'
import { SearchView } from '@/components/search/search-view'
import { fill } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { pageLocale } from '@/lib/i18n/page-locale'
import { readAnswer } from './read-answer'

type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = searchText[await pageLocale()]
  const { q } = readSearch(await searchParams)
  return { title: q === '' ? t.title : fill(t.titleFor, { q }), robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const search = readSearch(await searchParams)
  const answer = await readAnswer(search, locale)
  const elsewhere = answer.found.words?.redirect
  // The answer has begun: a thrown redirect would lead nobody on who has no script.
  if (elsewhere) return <meta httpEquiv="refresh" content={`0;url=/${locale}${elsewhere}`} />
  return (
    <LiveList locale={locale} shows={searchHref(locale, search)}>
      <SearchView search={search} answer={answer} locale={locale} />
      {search.q === '' ? null : <Measured event={{ name: 'search', term: search.q }} />}
    </LiveList>
  )
}
