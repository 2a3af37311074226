import type { CategoryChoice } from '@/components/editor/category-choices'
import { goodsQuery, isNarrowed } from '@/components/seller/goods/goods-query'
import { Button, ButtonLink } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { type GoodsFilter, type SavedFilter, stockStates } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'

type Act = (form: FormData) => Promise<void>
type Props = { locale: Locale; filter: GoodsFilter; categories: readonly CategoryChoice[] }

/** Words, stock and category; the state stands in the tabs above. Its address is the list. */
export function GoodsFilters({ locale, filter, categories }: Props) {
  const t = goodsText[locale]
  const here = `/${locale}/seller/products`
  const names = { low: t.stockLow, out: t.stockOut, in: t.stockIn }
  return (
    <form action={here} className="goods-find" aria-label={t.find}>
      {filter.status === undefined ? null : <input type="hidden" name="show" value={filter.status} />}
      <Field label={t.search} name="q" type="search" maxLength={100} defaultValue={filter.q ?? ''} className="grow" />
      <Select label={t.stock} name="stock" defaultValue={filter.stock ?? ''}>
        <option value="">{t.any}</option>
        {stockStates.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </Select>
      <Select label={t.category} name="category" defaultValue={filter.category ?? ''}>
        <option value="">{t.any}</option>
        {categories.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Button kind="solid" type="submit">
        {t.find}
      </Button>
      {isNarrowed({ ...filter, status: undefined }) ? (
        <ButtonLink kind="line" href={`${here}${goodsQuery({ status: filter.status })}`}>
          {t.clear}
        </ButtonLink>
      ) : null}
    </form>
  )
}

type Saved = { locale: Locale; filter: GoodsFilter; saved: readonly SavedFilter[]; back: string; keep: Act; drop: Act }

/** Lists by a name of the seller's own; what is shown now can become one. */
export function SavedFilters({ locale, filter, saved, back, keep, drop }: Saved) {
  const t = goodsText[locale]
  const here = `/${locale}/seller/products`
  const now = goodsQuery(filter)
  if (saved.length === 0 && now === '') return null
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
    </>
  )
  return (
    <nav className="goods-saved" aria-label={t.saved}>
      {saved.map(({ id, name, filter: own }) => (
        <span key={id} className="kept">
          <a href={`${here}${goodsQuery(own)}`} aria-current={goodsQuery(own) === now ? 'page' : undefined}>
            {name}
          </a>
          <form action={drop}>
            {hidden}
            <input type="hidden" name="id" value={id} />
            <button type="submit" aria-label={fill(t.dropFilter, { name })}>
              <Icon name="close" small />
            </button>
          </form>
        </span>
      ))}
      {now === '' || saved.some(({ filter: own }) => goodsQuery(own) === now) ? null : (
        <details>
          <summary className="btn line sm">{t.saveFilter}</summary>
          <form action={keep} className="row mt-2 items-end! gap-2!">
            {hidden}
            <Field label={t.filterName} name="name" required maxLength={40} />
            <Button kind="solid" type="submit">
              {t.save}
            </Button>
          </form>
        </details>
      )}
    </nav>
  )
}
