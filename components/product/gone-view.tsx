import { ProductSection } from '@/components/product/product-section'
import { EmptyState } from '@/components/ui/empty-state'
import type { ProductCard } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'

/** A product that is sold no more, and what is sold instead. */
export function GoneView({
  title,
  items,
  locale,
}: {
  title: string | null
  items: readonly ProductCard[]
  locale: Locale
}) {
  const t = catalogText[locale]
  return (
    <>
      <div className="wrap alone">
        <EmptyState
          heading="h1"
          title={title === null ? t.goneTitle : fill(t.goneNamed, { title })}
          text={t.goneText}
          action={{ href: `/${locale}`, label: layoutText[locale].toHome }}
        />
      </div>
      <ProductSection id="similar" title={t.similar} items={items} locale={locale} />
    </>
  )
}
