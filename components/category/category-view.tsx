import { countLine } from '@/components/category/count-line'
import { FacetForm } from '@/components/category/facet-form'
import { Pager } from '@/components/category/pager'
import { Toolbar } from '@/components/category/toolbar'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { categoryHref } from '@/components/layout/catalog-menu'
import { ProductGrid } from '@/components/product/product-grid'
import { EmptyState } from '@/components/ui/empty-state'
import type { CategoryPage } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'

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

export function CategoryView({ found, locale }: { found: CategoryPage; locale: Locale }) {
  const t = catalogText[locale]
  const { category } = found
  const address = categoryHref(locale, category.path)
  const search = `/${locale}/search?category=${encodeURIComponent(category.slug)}`
  return (
    <div className="wrap">
      <Breadcrumbs
        crumbs={found.crumbs.filter((crumb) => crumb.slug !== category.slug)}
        locale={locale}
        last={category.name}
      />
      <div className="row between title-row">
        <h1>{category.name}</h1>
        <span className="muted num">{countLine(found.total, locale)}</span>
      </div>
      {category.children.length === 0 ? null : (
        <nav className="scroll" aria-label={t.categories}>
          {category.children.map((child) => (
            <a key={child.id} className="chip" href={categoryHref(locale, child.path)}>
              {child.name}
            </a>
          ))}
        </nav>
      )}
      <div className="layout">
        <FacetForm
          facets={found.facets}
          state={{ category: category.slug }}
          prices={found.prices}
          exact={found.facetsExact}
          locale={locale}
        />
        <div>
          <Toolbar locale={locale} hrefOf={(sort) => `${search}&sort=${sort}`} />
          <h2 className="sr">{category.name}</h2>
          {found.items.length === 0 ? (
            <EmptyState
              title={t.emptyCategory}
              text={t.emptyCategoryText}
              action={{ href: `/${locale}`, label: layoutText[locale].toHome }}
            />
          ) : (
            <ProductGrid
              items={found.items}
              locale={locale}
              columns={4}
              eagerFirst
              banner={<Guarantee locale={locale} />}
            />
          )}
          <Pager
            page={found.page}
            pages={found.pages}
            locale={locale}
            hrefOf={(n) => (n === 1 ? address : `${address}/p/${n}`)}
          />
        </div>
      </div>
    </div>
  )
}
