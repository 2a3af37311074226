import {
  listEngineFiles,
  readSitemapCategories,
  readSitemapFacets,
  readSitemapProducts,
  readSitemapShops,
} from '@/lib/catalog'
import { isLocale, type Locale, locales } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { type SitemapFile, sitemapList, urlSet } from './sitemap-xml'
import { staticSitemap } from './static-pages'

const perLocale = (kind: string): SitemapFile[] =>
  locales.map((locale) => ({ name: `${kind}-${locale}`, changed: null }))

/** Nothing is listed before somebody asks, and a file is named by the range of its goods, which never moves. */
export async function sitemapIndex(): Promise<string> {
  const [goods, categories, facets, shops] = await Promise.all([
    listEngineFiles(),
    readSitemapCategories(),
    readSitemapFacets(),
    readSitemapShops(),
  ])
  const files: SitemapFile[] = [
    { name: 'static', changed: null },
    ...(categories.length > 0 ? perLocale('categories') : []),
    ...perLocale('facets').filter((_, at) => facets.some((page) => page.locales.some((one) => one === locales[at]))),
    ...(shops.length > 0 ? perLocale('shops') : []),
    ...goods.map(({ part, locale, changed }) => ({ name: `products-${locale}-${part}`, changed })),
  ]
  return sitemapList(files, env.APP_URL)
}

async function pagesOf(kind: string | undefined, locale: Locale, part: string | undefined) {
  if (kind === 'products' && part !== undefined) return readSitemapProducts(Number(part), locale)
  if (part !== undefined) return []
  if (kind === 'categories') return readSitemapCategories()
  if (kind === 'facets') return (await readSitemapFacets()).filter((page) => page.locales.includes(locale))
  return kind === 'shops' ? readSitemapShops() : []
}

/** `static.xml`, `categories-uz.xml`, `facets-uz.xml`, `shops-ru.xml`, `products-en-7.xml`; null where there is no such file. */
export async function sitemapPart(name: string): Promise<string | null> {
  if (name === 'static.xml') return staticSitemap()
  const [, kind, locale, part] = /^([a-z]+)-([a-z]{2})(?:-(0|[1-9]\d{0,5}))?\.xml$/.exec(name) ?? []
  if (!isLocale(locale)) return null
  const pages = await pagesOf(kind, locale, part)
  return pages.length === 0 ? null : urlSet(pages, locale, env.APP_URL)
}
