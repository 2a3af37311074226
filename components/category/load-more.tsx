import { cardWords } from '@/components/product/card-words'
import type { Onward } from '@/components/search/search-answer'
import type { Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { MoreList } from './more-list'

export function LoadMore({ next, locale }: { next: Onward | null; locale: Locale }) {
  if (next === null) return null
  const { more, moreShown, moreFailed } = searchText[locale]
  return <MoreList next={next} locale={locale} words={{ more, moreShown, moreFailed }} cards={cardWords(locale)} />
}
