import { CardList, type CardListProps } from '@/components/product/card-list'
import { cardWords, faceOf } from '@/components/product/card-words'
import type { ProductCard } from '@/lib/catalog/schema'

export function ProductGrid({
  items,
  ...props
}: Omit<CardListProps, 'items' | 'words'> & { items: readonly ProductCard[] }) {
  return <CardList {...props} items={items.map(faceOf)} words={cardWords(props.locale)} />
}
