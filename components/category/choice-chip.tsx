import { Icon } from '@/components/ui/icon'
import type { FacetChoice } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'

/** The one choice of a page that it is about; without it there is the whole category, a page as good as this. */
export function ChoiceChip({ choice, href, locale }: { choice: FacetChoice; href: string; locale: Locale }) {
  const t = searchText[locale]
  return (
    <nav className="chosen" aria-label={t.chosen}>
      <a className="chip on" href={href} aria-label={fill(t.remove, { name: choice.name })}>
        {choice.name}
        <Icon name="close" small />
      </a>
    </nav>
  )
}
