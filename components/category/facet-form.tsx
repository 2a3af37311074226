import { Icon } from '@/components/ui/icon'
import type { Facet, FacetValue, PriceFacet as Prices } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { searchText } from '@/lib/i18n/messages/search'
import { filterForm } from './filter-form'
import { NumberFacet } from './number-facet'
import { PriceBars } from './price-bars'
import { RangeFields } from './range-fields'
import { tells } from './tells'

export type FacetState = {
  category?: string | undefined
  q?: string | undefined
  shop?: string | undefined
  sort?: string | undefined
  /** Whole soʻm, as the buyer types them. */
  priceMin?: string | undefined
  priceMax?: string | undefined
  chosen?: Readonly<Record<string, readonly string[]>> | undefined
}

type Shown = { code: string; value: FacetValue; on: boolean; exact: boolean; base: string | undefined }

/** The box chooses; the words of the few values with a page of their own lead to it. */
function Value({ code, value, on, exact, base }: Shown) {
  const own = base !== undefined && value.page !== undefined && !on
  const Row = own ? 'span' : 'label'
  return (
    <Row className="check">
      <input
        className="box"
        type="checkbox"
        name={`attr.${code}`}
        value={value.value}
        defaultChecked={on}
        aria-label={own ? value.label : undefined}
      />
      {value.colour === null ? null : <i className="sw" style={{ background: value.colour }} />}
      {own ? <a href={`${base}/f/${value.page}`}>{value.label}</a> : value.label}
      {exact ? <span className="n num">{formatNumber(value.count)}</span> : null}
    </Row>
  )
}

const spaced = (text: string | undefined) => (text === undefined ? undefined : formatNumber(Number(text)))
const typed = (text: string | undefined) => (text === undefined ? null : Number(text))

function PriceFacet({ state, prices, locale }: { state: FacetState; prices: Prices | null; locale: Locale }) {
  const t = catalogText[locale]
  const hint = (end: 'min' | 'max') =>
    prices === null ? undefined : formatNumber(Math.floor(prices[end].amount / 100))
  return (
    <fieldset className="facet">
      <legend>{t.price}</legend>
      {prices === null ? null : (
        <PriceBars
          prices={prices}
          chosen={{ min: typed(state.priceMin), max: typed(state.priceMax) }}
          locale={locale}
        />
      )}
      <RangeFields
        from={{ name: 'priceMin', value: spaced(state.priceMin), hint: hint('min') }}
        to={{ name: 'priceMax', value: spaced(state.priceMax), hint: hint('max') }}
        inputMode="numeric"
        locale={locale}
      />
    </fieldset>
  )
}

function ValueFacet({
  facet,
  chosen,
  exact,
  base,
}: {
  facet: Facet
  chosen: readonly string[]
  exact: boolean
  base: string | undefined
}) {
  return (
    <fieldset className="facet">
      <legend>{facet.label}</legend>
      <div className="facet-values">
        {facet.values.map((value) => (
          <Value
            key={value.value}
            code={facet.code}
            value={value}
            exact={exact}
            base={base}
            on={chosen.includes(value.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const narrows = ({ chosen = {}, priceMin, priceMax }: FacetState): boolean =>
  Object.keys(chosen).length > 0 || priceMin !== undefined || priceMax !== undefined

const hidden = (state: FacetState) =>
  (['category', 'q', 'shop', 'sort'] as const).map((name) =>
    state[name] === undefined ? null : <input key={name} type="hidden" name={name} value={state[name]} />,
  )

/**
 * On phones a sheet that its own address opens. A plain GET form to the search page: filters work without script and stay
 * out of the index.
 */
export function FacetForm({
  facets,
  state,
  prices,
  exact,
  goods,
  base,
  locale,
}: {
  facets: readonly Facet[]
  state: FacetState
  prices: Prices | null
  /** Are the counts whole? Those of a sample are not shown. */
  exact: boolean
  /** How many fit; null: more than are counted. */
  goods: number | null
  /** The address of the category, where nothing is chosen: values with a page of their own then link to it. */
  base?: string
  locale: Locale
}) {
  const t = catalogText[locale]
  return (
    <aside className="facets" id="filters" aria-label={t.filters}>
      <form id={filterForm} action={`/${locale}/search`} method="get">
        {hidden(state)}
        <p className="facet-head only-phone">
          <b>{t.filters}</b>
          <a className="iconbtn" href="#main" aria-label={searchText[locale].closeFilters}>
            <Icon name="close" />
          </a>
        </p>
        <PriceFacet state={state} prices={prices} locale={locale} />
        {facets.map((facet) => {
          const chosen = state.chosen?.[facet.code] ?? []
          if (!tells(facet, chosen, exact ? goods : null)) return null
          const whole = exact && facet.sampled !== true
          const { range } = facet
          return range === undefined ? (
            <ValueFacet key={facet.code} facet={facet} chosen={chosen} exact={whole} base={base} />
          ) : (
            <NumberFacet key={facet.code} facet={facet} range={range} chosen={chosen} exact={whole} locale={locale} />
          )
        })}
        {/* Without script its press leads on to the short address. */}
        <button className="btn solid full facet-go" type="submit" name="drop" value="none">
          {t.apply}
        </button>
        {narrows(state) ? (
          <button className="btn line full only-phone mb-4" type="submit" name="drop" value="all">
            {searchText[locale].clear}
          </button>
        ) : null}
      </form>
    </aside>
  )
}
