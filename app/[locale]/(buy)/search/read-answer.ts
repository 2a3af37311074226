import type { Search } from '@/components/search/search-address'
import { toFilter } from '@/components/search/search-address'
import type { SearchAnswer } from '@/components/search/search-answer'
import { branchesWith } from '@/components/search/search-categories'
import { getCategoryTree, getHome, listProducts, readShopCard } from '@/lib/catalog'
import type { CategoryNode, ProductList } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { nearQuery, spelledLike } from '@/lib/search'

function nameOf(tree: readonly CategoryNode[], slug: string | null): string | null {
  for (const node of tree) {
    const name = node.slug === slug ? node.name : nameOf(node.children, slug)
    if (name !== null) return name
  }
  return null
}

const MOST_SHORTER = 4

/** What was asked, each time without one of its words. */
export function shorterThan(q: string): string[] {
  const words = q.split(/\s+/).filter(Boolean)
  if (words.length < 2) return []
  const shorter = words.map((_, without) => words.filter((_, at) => at !== without).join(' '))
  // Nothing but «-chinni» is left of «choynak -chinni»: that asks for the opposite.
  return shorter.filter((one) => !one.split(' ').every((word) => word.startsWith('-'))).slice(0, MOST_SHORTER)
}

async function finds(q: string, locale: Locale): Promise<boolean> {
  const { items } = await listProducts({ q, limit: 1, facets: false }, locale)
  return items.length > 0
}

/** Ways on for somebody who found nothing; none of them leads to nothing again. */
async function readHelp(q: string, tree: readonly CategoryNode[], locale: Locale): Promise<SearchAnswer['help']> {
  const [near, { popular }] = await Promise.all([q === '' ? null : nearQuery(q), getHome(locale)])
  const wanted = [...(near === null ? [] : [near]), ...shorterThan(q)]
  const good = await Promise.all(wanted.map((one) => finds(one, locale)))
  const found = wanted.filter((_, at) => good[at])
  return {
    meant: near !== null && found.includes(near) ? near : null,
    shorter: found.filter((one) => one !== near),
    categories: tree.map(({ name, path }) => ({ name, path })),
    popular: popular.slice(0, 8),
  }
}

/** What words were taken for, as people write it. */
function readable(found: ProductList, q: string): ProductList {
  const { words, items } = found
  if (words === null) return found
  const titles = items.map(({ title }) => title)
  const spelt = Object.entries(words.corrected).map(([said, meant]) => [said, spelledLike(meant, titles, q)])
  return { ...found, words: { ...words, corrected: Object.fromEntries(spelt) } }
}

/** All that a page of results shows, for the page and for the script that replaces its list. */
export async function readAnswer(search: Search, locale: Locale): Promise<SearchAnswer> {
  const [list, tree, shop] = await Promise.all([
    listProducts(toFilter(search), locale),
    getCategoryTree(locale),
    search.shop === null ? null : readShopCard(search.shop, locale),
  ])
  const { categories, ...found } = readable(list, search.q)
  return {
    found,
    category: nameOf(tree, search.category),
    shop: shop?.name ?? null,
    branches: branchesWith(tree, search.category, categories),
    help: found.items.length > 0 ? null : await readHelp(search.q, tree, locale),
  }
}
