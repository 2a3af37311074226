import { Icon } from '@/components/ui/icon'
import type { Facet, FacetValue } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { searchText } from '@/lib/i18n/messages/search'

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

function Value({ code, value, on }: { code: string; value: FacetValue; on: boolean }) {
  return (
    <label className="check">
      <input className="box" type="checkbox" name={`attr.${code}`} value={value.value} defaultChecked={on} />
      {value.colour === null ? null : <i className="sw" style={{ background: value.colour }} />}
      {value.label}
      <span className="n num">{formatNumber(value.count)}</span>
    </label>
  )
}

function PriceFacet({ state, range, locale }: { state: FacetState; range?: Range; locale: Locale }) {
  const t = catalogText[locale]
  const hint = (soum: number | undefined) => (soum === undefined ? undefined : formatNumber(soum))
  return (
    <fieldset className="facet">
      <legend>{t.price}</legend>
      <div className="row">
        <input
          className="input num"
          name="priceMin"
          inputMode="numeric"
          pattern="[0-9 ]*"
          aria-label={t.priceFrom}
          placeholder={hint(range?.min) ?? t.priceFrom}
          defaultValue={state.priceMin}
        />
        <span className="muted">–</span>
        <input
          className="input num"
          name="priceMax"
          inputMode="numeric"
          pattern="[0-9 ]*"
          aria-label={t.priceTo}
          placeholder={hint(range?.max) ?? t.priceTo}
          defaultValue={state.priceMax}
        />
      </div>
    </fieldset>
  )
}

type Range = { min: number; max: number }

const hidden = (state: FacetState) =>
  (['category', 'q', 'shop', 'sort'] as const).map((name) =>
    state[name] === undefined ? null : <input key={name} type="hidden" name={name} value={state[name]} />,
  )

/** On phones a sheet that its own address opens. A plain GET form to the search page: filters work without script and stay out of the index. */
export function FacetForm({
  facets,
  state,
  range,
  locale,
}: {
  facets: readonly Facet[]
  state: FacetState
  /** Whole soʻm. */
  range?: Range
  locale: Locale
}) {
  const t = catalogText[locale]
  return (
    <aside className="facets" id="filters" aria-label={t.filters}>
      <form action={`/${locale}/search`} method="get">
        {hidden(state)}
        <p className="facet-head only-phone">
          <b>{t.filters}</b>
          <a className="iconbtn" href="#main" aria-label={searchText[locale].closeFilters}>
            <Icon name="close" />
          </a>
        </p>
        <PriceFacet state={state} locale={locale} {...(range && { range })} />
        {facets.map((facet) => (
          <fieldset key={facet.code} className="facet">
            <legend>{facet.label}</legend>
            <div className="facet-values">
              {facet.values.map((value) => (
                <Value
                  key={value.value}
                  code={facet.code}
                  value={value}
                  on={state.chosen?.[facet.code]?.includes(value.value) ?? false}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <button className="btn solid full facet-go" type="submit">
          {t.apply}
        </button>
      </form>
    </aside>
  )
}
