import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { HeatShare, HeatTabs, heatHref } from '@/components/admin/heat-choice'
import { HeatPicture } from '@/components/admin/heat-picture'
import { HeatTable } from '@/components/admin/heat-table'
import { categoryHref } from '@/components/layout/catalog-menu'
import { productHref } from '@/components/product/product-card'
import { SavedNotice } from '@/components/seller/notice'
import { EmptyState } from '@/components/ui/empty-state'
import { getHome } from '@/lib/catalog'
import { formatNumber } from '@/lib/format'
import { getHeat, getHeatShare } from '@/lib/heatmap'
import type { HeatPage } from '@/lib/heatmap/schema'
import { fill, type Locale } from '@/lib/i18n'
import { heatText } from '@/lib/i18n/messages/heat'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openAdmin } from '../../open-admin'
import { type Query, textOf } from '../../outcome'
import { submitHeatShare } from './actions'
import { readAsked } from './read-asked'

export async function generateMetadata(): Promise<Metadata> {
  return { title: heatText[await pageLocale()].title }
}

/** A page of the kind, the one that is looked at most: the presses are those of all of its kind. */
async function exampleOf(page: HeatPage, locale: Locale): Promise<string> {
  const home = await getHome(locale)
  const [category, product, shop] = [home.categories[0], home.popular[0] ?? home.deals[0], home.shops[0]]
  if (page === 'category' && category) return categoryHref(locale, category.path)
  if (page === 'product' && product) return productHref(locale, product.slug)
  if (page === 'shop' && shop) return `/${locale}/shop/${shop.slug}`
  return page === 'help' ? `/${locale}/help` : `/${locale}`
}

export default async function HeatmapsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', '/marketing/heatmaps')
  const t = heatText[locale]
  const asked = readAsked((name) => textOf(query, name, 20))
  const map = await getHeat(actor, asked)
  const { map: label, picture, loading, failed } = t
  return (
    <AdminFrame {...shell} title={t.title} lead={t.lead} back={{ href: `/${locale}/admin/marketing`, label: t.back }}>
      <SavedNotice outcome={textOf(query, 'outcome')} words={t} />
      <section className="panel mt-3">
        <HeatShare share={await getHeatShare(actor)} locale={locale} save={submitHeatShare} />
      </section>
      <section className="panel mt-5">
        <HeatTabs asked={asked} locale={locale} />
        {map === null || map.cells.length === 0 ? (
          <EmptyState title={t.none} text={t.noneHelp} />
        ) : (
          <>
            <div className="row between flex-wrap mb-2">
              <p className="strong num">
                {fill(t.looks, { looks: formatNumber(map.looks), presses: formatNumber(map.presses) })}
              </p>
              <a className="link small" href={heatHref(locale, asked, '/export')}>
                {t.csv}
              </a>
            </div>
            <HeatPicture
              key={`${asked.page} ${asked.device}`}
              path={await exampleOf(asked.page, locale)}
              device={asked.device}
              cells={map.cells}
              words={{ map: label, picture, loading, failed }}
            />
            <HeatTable map={map} locale={locale} />
          </>
        )}
      </section>
    </AdminFrame>
  )
}
