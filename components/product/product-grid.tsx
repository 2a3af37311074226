import type { ReactNode } from 'react'
import { ProductCard } from '@/components/product/product-card'
import type { ProductCard as Card } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'

/** One form for the whole list: each card's button sends its own variant, with or without script. */
export function ProductGrid({
  items,
  locale,
  columns = 5,
  eagerFirst = false,
  banner,
  saved = false,
}: {
  items: readonly Card[]
  locale: Locale
  columns?: 4 | 5
  eagerFirst?: boolean
  banner?: ReactNode
  /** The reader's own list: every heart is filled. */
  saved?: boolean
}) {
  const break_ = banner === undefined ? items.length : 4
  const card = (item: Card, index: number) => (
    <ProductCard key={item.id} card={item} locale={locale} eager={eagerFirst && index === 0} saved={saved} />
  )
  return (
    <form method="post" action={`/${locale}/cart/add`} data-cart-add="">
      <input type="hidden" name="quantity" value="1" />
      <ul className={columns === 4 ? 'grid four' : 'grid'}>
        {items.slice(0, break_).map(card)}
        {items.length > 4 ? banner : null}
        {items.slice(break_).map((item, index) => card(item, index + break_))}
      </ul>
    </form>
  )
}
