import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Measured } from '@/components/measure/measured'
import { LiveList } from '@/components/search/live-list'
import { isPressed, type Query, readSearch, searchHref } from '@/components/search/search-address'
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
  const query = await searchParams
  const search = readSearch(query)
  if (isPressed(query)) redirect(searchHref(locale, search))
  const answer = await readAnswer(search, locale)
  if (answer.found.words?.redirect) redirect(`/${locale}${answer.found.words.redirect}`)
  return (
    <LiveList locale={locale} shows={searchHref(locale, search)}>
      <SearchView search={search} answer={answer} locale={locale} />
      {search.q === '' ? null : <Measured event={{ name: 'search', term: search.q }} />}
    </LiveList>
  )
}
