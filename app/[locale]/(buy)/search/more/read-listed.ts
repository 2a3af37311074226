import { pageOf } from '@/components/category/page-address'
import { faceOf } from '@/components/product/card-words'
import type { MoreCards } from '@/components/search/search-answer'
import { getCategoryPage, getFacetPage, getShopPage, parseList } from '@/lib/catalog'
import type { Locale } from '@/lib/i18n'

/** The same kept pages that the addresses of the catalogue show. `list`: the address below the locale. */
async function readPage(list: string, page: number, locale: Locale) {
  const [kind, ...rest] = list.split('/')
  if (kind === 'shop') return getShopPage(rest[0] ?? '', page, locale)
  if (kind !== 'c' || rest.length === 0) return null
  const { path, segment } = parseList(rest)
  return segment === null ? getCategoryPage(path, page, locale) : getFacetPage(path, segment, page, locale)
}

export async function readListed(list: string, page: number, locale: Locale): Promise<MoreCards | null> {
  const found = list.length > 300 || !Number.isInteger(page) || page < 2 ? null : await readPage(list, page, locale)
  if (found === null) return null
  return {
    items: found.items.map(faceOf),
    next: page < found.pages ? pageOf(locale, list, page + 1) : null,
  }
}
