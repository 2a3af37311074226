'use client'

import type { ReactNode } from 'react'
import type { CardFace, CardWords } from '@/components/product/card-words'
import { ProductCard } from '@/components/product/product-card'
import type { Locale } from '@/lib/i18n'

export type CardListProps = {
  items: readonly CardFace[]
  locale: Locale
  words: CardWords
  columns?: 4 | 5
  eagerFirst?: boolean
  banner?: ReactNode
  /** The reader's own list: every heart is filled. */
  saved?: boolean
}

/**
 * One form for the whole list: each card's button sends its own variant, with or without script. In the browser as well
 * as on the server, because what a page says twice is then the goods and not the markup of their cards: a third less.
 */
export function CardList({
  items,
  locale,
  words,
  columns = 5,
  eagerFirst = false,
  banner,
  saved = false,
}: CardListProps) {
  const break_ = banner === undefined ? items.length : 4
  const card = (item: CardFace, index: number) => (
    <ProductCard
      key={item.id}
      card={item}
      locale={locale}
      words={words}
      eager={eagerFirst && index === 0}
      saved={saved}
    />
  )
  return (
    <form method="post" action={`/${locale}/cart/add`} data-cart-add="">
      <ul className={columns === 4 ? 'grid four' : 'grid'}>
        {items.slice(0, break_).map(card)}
        {items.length > 4 ? banner : null}
        {items.slice(break_).map((item, index) => card(item, index + break_))}
      </ul>
    </form>
  )
}
