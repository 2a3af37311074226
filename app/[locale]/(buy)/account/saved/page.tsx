import type { Metadata } from 'next'
import { ProductGrid } from '@/components/product/product-grid'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor, savedOwner } from '@/lib/auth'
import { readChosen } from '@/lib/catalog'
import { savedText } from '@/lib/i18n/messages/saved'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listSaved } from '@/lib/wishlist'

export async function generateMetadata(): Promise<Metadata> {
  return { title: savedText[await pageLocale()].title }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SavedPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = savedText[locale]
  const { missed } = await searchParams
  const actor = await currentActor()
  const cards = await readChosen(await listSaved(await savedOwner(actor)), locale)
  return (
    <div className="wrap pt-5 pb-16">
      {missed === undefined ? null : (
        <p className="panel mb-4 font-semibold text-bad" role="alert">
          {t.saveFailed}
        </p>
      )}
      <h1>{t.title}</h1>
      {cards.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.emptyText} action={{ href: `/${locale}`, label: t.toShopping }} />
      ) : (
        <>
          <p className="muted mt-1 mb-5">{actor.kind === 'user' ? t.kept : t.keptHere}</p>
          <h2 className="sr">{t.goods}</h2>
          <ProductGrid items={cards} locale={locale} eagerFirst saved />
        </>
      )}
    </div>
  )
}
