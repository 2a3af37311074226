import type { Facet } from '@/lib/catalog/schema'
import { formatNumber, formatQuantity } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { readRange } from '@/lib/kernel/number-range'
import { RangeBars } from './range-bars'
import { RangeFields } from './range-fields'

type Shown = {
  facet: Facet
  range: NonNullable<Facet['range']>
  /** What is asked of it; a range among it is shown. */
  chosen: readonly string[]
  /** Counts of a sample are not shown. */
  exact: boolean
  locale: Locale
}

/** An attribute that is a number: bars of what there is, and a range to ask for. */
export function NumberFacet({ facet, range, chosen, exact, locale }: Shown) {
  const t = searchText[locale]
  const { from = null, to = null } = chosen.map(readRange).find((one) => one !== null) ?? {}
  const name = range.unit === null ? facet.label : `${facet.label}, ${range.unit}`
  const number = (value: number | null) => (value === null ? undefined : formatQuantity(value, locale))
  const bars = facet.values.map(({ value, label, count }) => {
    const own = readRange(value)
    return {
      key: value,
      count,
      out: (from !== null && (own?.to ?? from) < from) || (to !== null && (own?.from ?? to) > to),
      text: exact ? fill(t.numberBar, { range: label, n: formatNumber(count) }) : label,
    }
  })
  return (
    <fieldset className="facet">
      <legend>{name}</legend>
      {bars.length < 2 ? null : <RangeBars bars={bars} label={fill(t.numberBars, { name: facet.label })} />}
      <RangeFields
        from={{ name: `attr.${facet.code}.from`, value: number(from), hint: number(range.min) }}
        to={{ name: `attr.${facet.code}.to`, value: number(to), hint: number(range.max) }}
        inputMode="decimal"
        what={name}
        locale={locale}
      />
    </fieldset>
  )
}
