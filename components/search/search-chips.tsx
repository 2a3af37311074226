import { Icon } from '@/components/ui/icon'
import type { Facet } from '@/lib/catalog/schema'
import { formatMoney, formatRange } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { money } from '@/lib/kernel/money'
import { readRange } from '@/lib/kernel/number-range'
import { filterForm } from '../category/filter-form'
import { countFilters, type Search } from './search-address'

/** `Power: 1 000–2 000 W`; null: no range of numbers. */
function rangeName(facet: Facet | undefined, value: string, locale: Locale): string | null {
  const t = searchText[locale]
  const asked = readRange(value)
  if (asked === null) return null
  const { from, to } = asked
  const unit = facet?.range?.unit ?? null
  const open = (end: number) => formatRange(end, end, unit, locale)
  const closed = from !== null && to !== null ? formatRange(from, to, unit, locale) : null
  const name = closed ?? (from === null ? fill(t.to, { sum: open(to ?? 0) }) : fill(t.from, { sum: open(from) }))
  return facet === undefined ? name : `${facet.label}: ${name}`
}

/** What narrows a search, by what its button takes away. */
function chipsOf(search: Search, facets: readonly Facet[], shop: string | null, locale: Locale): [string, string][] {
  const t = searchText[locale]
  const price = (soum: number) => formatMoney(money(soum * 100, 'UZS'), locale)
  const { priceMin, priceMax } = search
  const values = Object.entries(search.chosen).flatMap(([code, chosen]) =>
    chosen.map((value): [string, string] => {
      const facet = facets.find((one) => one.code === code)
      const known = facet?.values.find((one) => one.value === value)
      return [`attr.${code}:${value}`, rangeName(facet, value, locale) ?? known?.label ?? value]
    }),
  )
  const others: [string, string | null][] = [
    ['priceMin', priceMin === null ? null : fill(t.from, { sum: price(priceMin) })],
    ['priceMax', priceMax === null ? null : fill(t.to, { sum: price(priceMax) })],
    ['shop', search.shop === null ? null : (shop ?? search.shop)],
  ]
  return [...values, ...others.flatMap(([what, name]): [string, string][] => (name === null ? [] : [[what, name]]))]
}

/** Buttons of the filters' form, each of which takes one away: no engine follows a button. */
export function SearchChips({
  search,
  facets,
  shop,
  locale,
}: {
  search: Search
  facets: readonly Facet[]
  shop: string | null
  locale: Locale
}) {
  const t = searchText[locale]
  if (countFilters(search) === 0) return null
  return (
    <fieldset className="chosen" aria-label={t.chosen}>
      {chipsOf(search, facets, shop, locale).map(([what, name]) => (
        <button
          key={what}
          className="chip on"
          type="submit"
          form={filterForm}
          name="drop"
          value={what}
          aria-label={fill(t.remove, { name })}
        >
          {name}
          <Icon name="close" small />
        </button>
      ))}
      <button className="chip clear" type="submit" form={filterForm} name="drop" value="all">
        {t.clear}
      </button>
    </fieldset>
  )
}
