import { cacheLife, cacheTag } from 'next/cache'
import type { Locale } from '@/lib/i18n'
import { tags } from '@/lib/kernel/cache'
import type { CategoryNode, CategoryPage, FacetPage, HomePage, ProductAnswer, ProductCard, ShopPage } from '../schema'
import { readCategoryAddress } from './category-address'
import { readCategoryPage } from './read-category-page'
import { readCategoryTree } from './read-category-tree'
import { readFacetPage } from './read-facet-page'
import { readHome } from './read-home'
import { readProduct } from './read-product'
import { readShopPage } from './read-shop-page'
import { readSimilar } from './read-similar'

// A list carries its products' own tags: a new price reaches every page that shows it, and no other.
const tagCards = (cards: readonly ProductCard[]) => {
  if (cards.length > 0) cacheTag(...cards.map((card) => tags.product(card.id)))
}

// What is not there may be there in a minute; its tag brings it at once.
const keep = (there: boolean, life: 'catalog' | 'list') => {
  if (there && life === 'list') cacheLife('list')
  else if (there) cacheLife('catalog')
  else cacheLife({ stale: 300, revalidate: 300, expire: 600 })
}

export async function getHome(locale: Locale): Promise<HomePage> {
  'use cache'
  cacheLife('list')
  cacheTag(tags.everything(), tags.home())
  const home = await readHome(locale)
  tagCards([...home.deals, ...home.popular, ...home.fresh])
  return home
}

export async function getCategoryTree(locale: Locale): Promise<CategoryNode[]> {
  'use cache'
  cacheLife('list')
  cacheTag(tags.everything(), tags.categories())
  return readCategoryTree(locale)
}

export async function getCategoryPage(path: string[], page: number, locale: Locale): Promise<CategoryPage | null> {
  'use cache'
  cacheTag(tags.everything(), tags.categories(), tags.category(path.at(-1) ?? ''))
  const found = await readCategoryPage(path, page, locale)
  keep(found !== null, 'list')
  tagCards(found?.items ?? [])
  return found
}

export async function getFacetPage(
  path: string[],
  segment: string,
  page: number,
  locale: Locale,
): Promise<FacetPage | null> {
  'use cache'
  cacheTag(tags.everything(), tags.categories(), tags.category(path.at(-1) ?? ''))
  const whole = await getCategoryPage(path, 1, locale)
  const found = whole === null ? null : await readFacetPage(whole, segment, page, locale)
  keep(found !== null, 'list')
  tagCards(found?.items ?? [])
  return found
}

/** Where a path that is no category's leads; null: nowhere. */
export async function getCategoryAddress(path: string[]): Promise<string[] | null> {
  'use cache'
  cacheTag(tags.everything(), tags.categories())
  const found = await readCategoryAddress(path)
  keep(found !== null, 'list')
  return found
}

export async function getProduct(slug: string, locale: Locale): Promise<ProductAnswer> {
  'use cache'
  cacheTag(tags.everything(), tags.product(slug))
  const answer = await readProduct(slug, locale)
  if (answer.kind === 'product') cacheTag(tags.product(answer.product.id), tags.shop(answer.product.shop.slug))
  keep(answer.kind !== 'missing', 'catalog')
  return answer
}

export async function getSimilar(slug: string, locale: Locale): Promise<ProductCard[]> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.everything())
  const cards = await readSimilar(slug, locale)
  tagCards(cards)
  return cards
}

export async function getShopPage(slug: string, page: number, locale: Locale): Promise<ShopPage | null> {
  'use cache'
  cacheTag(tags.everything(), tags.shop(slug))
  const found = await readShopPage(slug, page, locale)
  keep(found !== null, 'list')
  tagCards(found?.items ?? [])
  return found
}
