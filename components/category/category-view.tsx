import { countLine } from '@/components/category/count-line'
import { FacetForm } from '@/components/category/facet-form'
import { LoadMore } from '@/components/category/load-more'
import { pageHref, pageOf } from '@/components/category/page-address'
import { Pager } from '@/components/category/pager'
import { Toolbar } from '@/components/category/toolbar'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { categoryHref } from '@/components/layout/catalog-menu'
import { ProductGrid } from '@/components/product/product-grid'
import { LiveList } from '@/components/search/live-list'
import { EmptyState } from '@/components/ui/empty-state'
import type { CategoryPage, FacetChoice } from '@/lib/catalog/schema'
import type { OptionOf } from '@/lib/experiment/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'
import { ChoiceChip } from './choice-chip'
import { choiceTitle } from './choice-title'

/** A category, or what of it has one value of a facet. */
export type Found = CategoryPage & { choice?: FacetChoice; totalExact?: boolean }
type View = { found: Found; locale: Locale }
type Density = { cards: OptionOf<'category-cards'> }

/** What stands between the locale and the number of a page. */
export const listOf = ({ category, choice }: Found): string =>
  `c/${category.path.join('/')}${choice === undefined ? '' : `/f/${choice.segment}`}`

function Guarantee({ locale }: { locale: Locale }) {
  const t = catalogText[locale]
  return (
    <li className="wideban">
      <b>{t.guaranteeTitle}</b>
      <span>{t.guaranteeText}</span>
      <img src="/campaign/plate.avif" alt="" width="400" height="500" loading="lazy" />
    </li>
  )
}

function Head({ found, locale }: View) {
  const t = catalogText[locale]
  const { category, choice } = found
  const above = choice === undefined ? found.crumbs.filter(({ slug }) => slug !== category.slug) : found.crumbs
  return (
    <>
      <Breadcrumbs crumbs={above} locale={locale} last={choice?.name ?? category.name} />
      <div className="row between title-row">
        <h1 tabIndex={-1}>{choiceTitle(found)}</h1>
        <span className="muted num">{countLine(found.total, locale, found.totalExact)}</span>
      </div>
      {category.children.length === 0 || choice !== undefined ? null : (
        <nav className="scroll" aria-label={t.categories}>
          {category.children.map((child) => (
            <a key={child.id} className="chip" href={categoryHref(locale, child.path)}>
              {child.name}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

function Goods({ found, locale, cards }: View & Density) {
  const t = catalogText[locale]
  const { items, page, pages } = found
  const list = listOf(found)
  if (items.length === 0) {
    const action = { href: `/${locale}`, label: layoutText[locale].toHome }
    return <EmptyState title={t.emptyCategory} text={t.emptyCategoryText} action={action} />
  }
  return (
    <>
      <ProductGrid
        items={items}
        locale={locale}
        columns={cards === 'dense' ? 5 : 4}
        eagerFirst
        banner={<Guarantee locale={locale} />}
      />
      <LoadMore next={page < pages ? pageOf(locale, list, page + 1) : null} locale={locale} />
      <Pager page={page} pages={pages} locale={locale} hrefOf={(n) => pageHref(locale, list, n)} />
    </>
  )
}

export function CategoryView({ found, locale, cards }: View & Density) {
  const { category, choice } = found
  const address = categoryHref(locale, category.path)
  const chosen = choice === undefined ? {} : { [choice.code]: [choice.value] }
  return (
    <LiveList locale={locale} category={category.slug}>
      <div className="wrap">
        <Head found={found} locale={locale} />
        <div className="layout">
          <FacetForm
            facets={found.facets}
            state={{ category: category.slug, chosen }}
            prices={found.prices}
            exact={found.facetsExact}
            goods={found.total}
            {...(choice === undefined ? { base: address } : {})}
            locale={locale}
          />
          <div>
            <Toolbar
              locale={locale}
              filters={choice === undefined ? 0 : 1}
              chips={choice === undefined ? null : <ChoiceChip choice={choice} href={address} locale={locale} />}
            />
            <h2 className="sr">{choiceTitle(found)}</h2>
            <Goods found={found} locale={locale} cards={cards} />
          </div>
        </div>
      </div>
    </LiveList>
  )
}
