import {
  listEngineFiles,
  readRangeVersion,
  readSitemapCategories,
  readSitemapFacets,
  readSitemapProducts,
  readSitemapShops,
} from '@/lib/catalog'
import { isLocale, type Locale, locales } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { engineFile, engineStream, etagOf } from './answer'
import { type SitemapFile, sitemapList, urlSet, urlSetPieces } from './sitemap-xml'
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

async function pagesOf(kind: string, locale: Locale) {
  if (kind === 'categories') return readSitemapCategories()
  if (kind === 'facets') return (await readSitemapFacets()).filter((page) => page.locales.includes(locale))
  return kind === 'shops' ? readSitemapShops() : []
}

/** The first batch is read before the answer begins: a range without goods in this language has no file. */
async function productsAnswer(request: Request, part: number, locale: Locale): Promise<Response | null> {
  const version = await readRangeVersion(part)
  const batches = readSitemapProducts(part, locale)
  const first = await batches.next()
  if (version === null || first.done) return null
  async function* all() {
    if (!first.done) yield first.value
    yield* batches
  }
  const etag = etagOf(`${env.APP_URL} ${locale} ${part} ${version}`)
  return engineStream(request, { etag, type }, () => urlSetPieces(all(), locale, env.APP_URL))
}

const type = 'application/xml'

/** `static.xml`, `categories-uz.xml`, `facets-uz.xml`, `shops-ru.xml`, `products-en-7.xml`; null where there is no such file. */
export async function sitemapAnswer(request: Request): Promise<Response | null> {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (name === 'static.xml') return engineFile(request, await staticSitemap(), type)
  const [, kind = '', locale, part] = /^([a-z]+)-([a-z]{2})(?:-(0|[1-9]\d{0,5}))?\.xml$/.exec(name) ?? []
  if (!isLocale(locale)) return null
  if (part !== undefined) return kind === 'products' ? productsAnswer(request, Number(part), locale) : null
  const pages = await pagesOf(kind, locale)
  return pages.length === 0 ? null : engineFile(request, await urlSet(pages, locale, env.APP_URL), type)
}
