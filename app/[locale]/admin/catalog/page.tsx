import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AttributeDesk } from '@/components/admin/attribute-desk'
import { CategoryForm, CategoryTree } from '@/components/admin/category-desk'
import { AdminFrame } from '@/components/admin/desk-frame'
import { Notice } from '@/components/seller/notice'
import { getCatalogueDesk } from '@/lib/catalog'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'
import { submitAttach, submitAttribute, submitCategory } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: productDeskText[await pageLocale()].catalogue }
}

export default async function CatalogPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('catalog', '/catalog')
  const desk = await getCatalogueDesk(textOf(query, 'category') ?? null, actor)
  if (desk === null) notFound()
  const t = productDeskText[locale]
  const { outcome } = query
  return (
    <AdminFrame {...shell} title={t.catalogue}>
      {outcome === 'done' || outcome === 'failed' ? <Notice text={t[outcome]} problem={outcome === 'failed'} /> : null}
      <div className="desk-grid mt-4 *:min-w-0">
        <section className="panel h-fit">
          <h2 className="mb-2 text-lg!">{t.categories}</h2>
          <CategoryTree desk={desk} locale={locale} />
        </section>
        <div className="stack h-fit gap-5">
          {desk.chosen === null ? null : <CategoryForm desk={desk} locale={locale} save={submitCategory} known />}
          {desk.chosen === null ? null : (
            <AttributeDesk desk={desk} locale={locale} attach={submitAttach} save={submitAttribute} />
          )}
          <CategoryForm desk={desk} locale={locale} save={submitCategory} known={false} />
        </div>
      </div>
    </AdminFrame>
  )
}
