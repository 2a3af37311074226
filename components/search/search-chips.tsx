import type { Facet } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { money } from '@/lib/kernel/money'
import { isFiltered, type Search, searchHref, without } from './search-address'

type Chip = { key: string; name: string; href: string }

function chipsOf(search: Search, facets: readonly Facet[], locale: Locale): Chip[] {
  const t = searchText[locale]
  const price = (soum: number) => formatMoney(money(soum * 100, 'UZS'), locale)
  const values = Object.entries(search.chosen).flatMap(([code, chosen]) =>
    chosen.map((value): Chip => {
      const known = facets.find((facet) => facet.code === code)?.values.find((one) => one.value === value)
      const href = searchHref(locale, search, { chosen: without(search, code, value) })
      return { key: `${code}:${value}`, name: known?.label ?? value, href }
    }),
  )
  const { priceMin, priceMax } = search
  return [
    ...values,
    ...(priceMin === null
      ? []
      : [
          {
            key: 'min',
            name: fill(t.from, { sum: price(priceMin) }),
            href: searchHref(locale, search, { priceMin: null }),
          },
        ]),
    ...(priceMax === null
      ? []
      : [
          {
            key: 'max',
            name: fill(t.to, { sum: price(priceMax) }),
            href: searchHref(locale, search, { priceMax: null }),
          },
        ]),
  ]
}

/** What narrows the list, each a link that takes it away again. */
export function SearchChips({ search, facets, locale }: { search: Search; facets: readonly Facet[]; locale: Locale }) {
  const t = searchText[locale]
  const chips = chipsOf(search, facets, locale)
  if (!isFiltered(search) || chips.length === 0) return null
  return (
    <nav className="scroll" aria-label={t.chosen}>
      {chips.map((chip) => (
        <a key={chip.key} className="chip on" href={chip.href} rel="nofollow" aria-label={fill(t.remove, chip)}>
          {chip.name} ×
        </a>
      ))}
      <a
        className="chip"
        href={searchHref(locale, search, { chosen: {}, priceMin: null, priceMax: null, shop: null })}
        rel="nofollow"
      >
        {t.clear}
      </a>
    </nav>
  )
}
