import type { Metadata } from 'next'
import { z } from 'zod'
import { categoryChoices } from '@/components/editor/category-choices'
import { DeskShell } from '@/components/seller/desk-shell'
import { BulkBar } from '@/components/seller/goods/bulk-bar'
import { BulkOutcome } from '@/components/seller/goods/bulk-outcome'
import { GoodsFilters, SavedFilters } from '@/components/seller/goods/goods-filters'
import { goodsQuery } from '@/components/seller/goods/goods-query'
import { Pager } from '@/components/seller/pager'
import { ProductTable } from '@/components/seller/product-table'
import { ProductTabs } from '@/components/seller/product-tabs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { getCategoryTree, getLastBulk, listGoodsFilters, listSellerProducts, readAttributes } from '@/lib/catalog'
import { type GoodsFilter, goodsFilterSchema } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { newId } from '@/lib/kernel/id'
import { openDesk } from '../open-desk'
import { changeChosen, dropFilter, keepFilter, saveRow, takeBack } from './list-actions'
import { ListOutcome } from './list-outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].products }
}

type Values = { [key: string]: string | string[] | undefined }

const cursorSchema = z.string().max(200).optional().catch(undefined)

/** `low` is where the front page of the desk leads: what is on sale and runs out. */
function readFilter({ show, ...rest }: Values): GoodsFilter {
  if (show === 'low') return { status: 'active', stock: 'low' }
  return goodsFilterSchema.parse({ ...rest, status: show })
}

export default async function ProductsPage({ searchParams }: { searchParams: Promise<Values> }) {
  const query = await searchParams
  const filter = readFilter(query)
  const cursor = cursorSchema.parse(query['cursor'])
  const path = `/products${goodsQuery(filter, cursor)}`
  const { locale, actor, shell } = await openDesk('products', path)
  const t = sellerText[locale]
  const [page, labels, tree, saved, bulk] = await Promise.all([
    listSellerProducts({ ...filter, cursor, limit: 10 }, actor),
    readAttributes(),
    getCategoryTree(locale),
    listGoodsFilters(actor),
    getLastBulk(actor),
  ])
  const here = `/${locale}/seller/products`
  const back = `/${locale}/seller${path}`
  const categories = categoryChoices(tree)
  const categoryName = (slug: string) => categories.find((one) => one.slug === slug)?.name.trim() ?? slug
  return (
    <DeskShell {...shell}>
      <Heading locale={locale} />
      <ListOutcome query={query} locale={locale} />
      {bulk !== null && (bulk.canUndo || query['outcome'] === 'bulk') ? (
        <BulkOutcome locale={locale} report={bulk} back={back} categoryName={categoryName} undo={takeBack} />
      ) : null}
      <ProductTabs locale={locale} filter={filter} />
      <SavedFilters locale={locale} filter={filter} saved={saved} back={back} keep={keepFilter} drop={dropFilter} />
      <GoodsFilters locale={locale} filter={filter} categories={categories} />
      {page.items.length === 0 ? (
        <EmptyState title={t.noProducts} text={t.noProductsHelp} action={{ href: here, label: t.allProducts }} />
      ) : (
        <>
          <BulkBar locale={locale} back={back} id={newId('bch')} categories={categories} run={changeChosen} />
          <ProductTable products={page.items} labels={labels} locale={locale} back={back} save={saveRow} />
        </>
      )}
      <Pager
        first={cursor === undefined ? null : `${here}${goodsQuery(filter)}`}
        next={page.nextCursor === null ? null : `${here}${goodsQuery(filter, page.nextCursor)}`}
        labels={t}
      />
    </DeskShell>
  )
}

function Heading({ locale }: { locale: Locale }) {
  const t = sellerText[locale]
  const roads = [
    [`/${locale}/seller/prices`, priceText[locale].lists],
    [`/${locale}/seller/import`, t.import],
    [`/${locale}/imports/export/goods.csv`, 'CSV'],
  ] as const
  return (
    <div className="row flex-wrap justify-between gap-2!">
      <h1>{t.products}</h1>
      <span className="row flex-wrap gap-2!">
        <ButtonLink kind="solid" size="sm" className="min-h-11!" href={`/${locale}/seller/products/new`}>
          {productDeskText[locale].newProduct}
        </ButtonLink>
        {roads.map(([href, label]) => (
          <ButtonLink key={href} kind="line" size="sm" className="min-h-11!" href={href}>
            {label}
          </ButtonLink>
        ))}
      </span>
    </div>
  )
}
