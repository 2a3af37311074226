import { ProductGrid } from '@/components/product/product-grid'
import type { ProductCard } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'

export function ProductSection({
  id,
  title,
  items,
  locale,
  more,
}: {
  id: string
  title: string
  items: readonly ProductCard[]
  locale: Locale
  more?: { href: string; label: string }
}) {
  if (items.length === 0) return null
  return (
    <section className="sec wrap" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {more === undefined ? null : (
          <a className="link" href={more.href}>
            {more.label}
          </a>
        )}
      </header>
      <ProductGrid items={items} locale={locale} />
    </section>
  )
}
