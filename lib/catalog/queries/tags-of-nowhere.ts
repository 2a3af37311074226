import { isLocale, type Locale } from '@/lib/i18n'
import { tags } from '@/lib/kernel/cache'
import { sql } from '@/lib/kernel/db'
import { type ListAddress, parseList } from '../list-address'
import { readCategoryAddress } from './category-address'
import { hasPage } from './read-category-page'
import { hasFacet } from './read-facet-page'
import { MAX_PAGES, pagesOf } from './read-page-of'
import { readShopCard } from './read-shop-page'

const address = /^\/([a-z]{2})\/(p|c|shop)\/(.+)$/

async function isProduct(slug: string): Promise<boolean> {
  const { rows } = await sql.query('select from product_slug where slug = $1', [slug])
  return rows.length > 0
}

/** A category's page, or an address that leads to one. */
async function isCategory({ path, segment, page }: ListAddress, locale: Locale): Promise<boolean> {
  const there = await readCategoryAddress(path)
  if (there === null || there.join('/') !== path.join('/')) return there !== null && segment === null
  if (page < 1 || page > MAX_PAGES) return false
  const slug = path.at(-1) ?? ''
  return segment === null ? page === 1 || hasPage(slug, page, locale) : hasFacet(slug, segment, locale)
}

async function isShop({ path, segment, page }: ListAddress, locale: Locale): Promise<boolean> {
  const [slug = '', ...more] = path
  if (more.length > 0 || segment !== null || page < 1 || page > MAX_PAGES) return false
  const shop = await readShopCard(slug, locale)
  return shop !== null && page <= pagesOf(shop.productCount)
}

/**
 * What would have to change for an address to lead somewhere; null if it does, did once, or is none of the catalogue's. A
 * page takes fifty milliseconds to say that there is none, and whoever guesses addresses has a million of them: this is
 * mostly one row of an index, asked for before a page is rendered.
 */
export async function tagsOfNowhere(path: string): Promise<string[] | null> {
  const [, locale, kind, rest = ''] = address.exec(path) ?? []
  if (!isLocale(locale)) return null
  if (kind === 'p') {
    const slug = decodeURIComponent(rest)
    return rest.includes('/') || (await isProduct(slug)) ? null : [tags.everything(), tags.product(slug)]
  }
  const list = parseList(rest.split('/'))
  if (kind === 'shop') return (await isShop(list, locale)) ? null : [tags.everything(), tags.shop(list.path[0] ?? '')]
  if (await isCategory(list, locale)) return null
  return [tags.everything(), tags.categories(), tags.category(list.path.at(-1) ?? '')]
}
