import type { Metadata } from 'next'
import { z } from 'zod'
import { DeskShell } from '@/components/seller/desk-shell'
import { Pager } from '@/components/seller/pager'
import { ProductTable } from '@/components/seller/product-table'
import { type ProductTab, ProductTabs, productTabs } from '@/components/seller/product-tabs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { SellerActor } from '@/lib/auth/schema'
import { getSellerProduct, listSellerProducts, readAttributes } from '@/lib/catalog'
import type { SellerProductList } from '@/lib/catalog/schema'
import { priceText } from '@/lib/i18n/messages/price'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listLowStock } from '@/lib/report'
import { saveStock } from '../actions'
import { openDesk } from '../open-desk'
import { OutcomeNotice } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].products }
}

const wanted = z.object({
  show: z.enum(productTabs).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})

async function readPage(actor: SellerActor, show: ProductTab | undefined, cursor?: string): Promise<SellerProductList> {
  if (show !== 'low') return listSellerProducts({ status: show, cursor, limit: 10 }, actor)
  const found = await Promise.all((await listLowStock(actor)).map((id) => getSellerProduct(id, actor)))
  return { items: found.filter((product) => product !== null), nextCursor: null }
}

type Query = Promise<{ [key: string]: string | string[] | undefined }>

export default async function ProductsPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const { show, cursor } = wanted.parse(query)
  const search = (next?: string) => {
    const params = new URLSearchParams({ ...(show && { show }), ...(next && { cursor: next }) }).toString()
    return params === '' ? '' : `?${params}`
  }
  const path = `/products${search(cursor)}`
  const { locale, actor, shell } = await openDesk('products', path)
  const t = sellerText[locale]
  const [page, labels] = await Promise.all([readPage(actor, show, cursor), readAttributes()])
  const here = `/${locale}/seller/products`
  return (
    <DeskShell {...shell}>
      <div className="row justify-between">
        <h1>{t.products}</h1>
        <span className="row flex-wrap gap-2!">
          <ButtonLink kind="solid" size="sm" className="min-h-11!" href={`${here}/new`}>
            {productDeskText[locale].newProduct}
          </ButtonLink>
          <ButtonLink kind="line" size="sm" className="min-h-11!" href={`/${locale}/seller/prices`}>
            {priceText[locale].lists}
          </ButtonLink>
          <ButtonLink kind="line" size="sm" className="min-h-11!" href={`/${locale}/seller/import`}>
            {t.import}
          </ButtonLink>
          <ButtonLink kind="line" size="sm" className="min-h-11!" href={`/${locale}/imports/export/goods.csv`}>
            CSV
          </ButtonLink>
        </span>
      </div>
      <OutcomeNotice query={query} locale={locale} />
      <ProductTabs locale={locale} tab={show} />
      {page.items.length === 0 ? (
        <EmptyState title={t.noProducts} text={t.noProductsHelp} action={{ href: here, label: t.allProducts }} />
      ) : (
        <ProductTable
          products={page.items}
          labels={labels}
          locale={locale}
          back={`/${locale}/seller${path}`}
          save={saveStock}
        />
      )}
      <Pager
        first={cursor === undefined ? null : `${here}${search()}`}
        next={page.nextCursor === null ? null : `${here}${search(page.nextCursor)}`}
        labels={t}
      />
    </DeskShell>
  )
}
