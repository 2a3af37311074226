import type { CardFace } from '@/components/product/card-words'
import type { ProductCard, ProductList } from '@/lib/catalog/schema'

export type Branch = { slug: string; name: string; count: number }

/** All that a page of results shows, on the server and, after a filter was pressed, in the browser. */
export type SearchAnswer = {
  found: Omit<ProductList, 'categories'>
  /** The names of what is searched in. */
  category: string | null
  shop: string | null
  /** Categories that the results lie in. */
  branches: readonly Branch[]
  /** Only where nothing was found. */
  help: {
    /** The nearest words that somebody sells by. */
    meant: string | null
    /** What was asked with a word less. */
    shorter: readonly string[]
    categories: readonly { name: string; path: readonly string[] }[]
    popular: readonly ProductCard[]
  } | null
}

/** More cards of a list: `href` is their page for people, `from` the address of their JSON. */
export type Onward = { href: string; from: string }
export type MoreCards = { items: readonly CardFace[]; next: Onward | null }
