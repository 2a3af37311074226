import { getServerSideSitemap, getServerSideSitemapIndex, type ISitemapField } from 'next-sitemap'
import type { SitemapPage } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { mainLocale, pathIn } from '@/lib/i18n/alternates'
import { escapeXml } from './xml'

/** The helpers write what they are given as it is: every address is escaped here, before. */
const address = (origin: string, path: string) => (isPlain(path) ? origin + path : escapeXml(encodeURI(origin + path)))

// Nearly all addresses are: a file has 60,000, and to look is ten times as fast as to write anew.
const isPlain = (path: string) => /^[\w./-]*$/.test(path)

function field({ locales, path, changed, image }: SitemapPage, locale: Locale, origin: string): ISitemapField {
  const refs = locales.map((other) => ({ hreflang: other as string, href: address(origin, pathIn(path, other)) }))
  refs.push({ hreflang: 'x-default', href: address(origin, pathIn(path, mainLocale(locales))) })
  return {
    loc: address(origin, pathIn(path, locale)),
    ...(changed ? { lastmod: changed.toISOString() } : {}),
    alternateRefs: refs,
    ...(image === null ? {} : { images: [{ loc: new URL(`${origin}/goods/${image}-640.jpg`) }] }),
  }
}

/** One language of some pages. */
export const urlSet = async (pages: readonly SitemapPage[], locale: Locale, origin: string): Promise<string> =>
  (await getServerSideSitemap(pages.map((page) => field(page, locale, origin)))).text()

/** The same, some pages at a time: what stands round them is written once. */
export async function* urlSetPieces(
  batches: AsyncIterable<readonly SitemapPage[]>,
  locale: Locale,
  origin: string,
): AsyncGenerator<string> {
  let tail = ''
  for await (const pages of batches) {
    const text = await urlSet(pages, locale, origin)
    const end = text.lastIndexOf('</urlset>')
    yield text.slice(tail === '' ? 0 : text.indexOf('<url>'), end)
    tail = text.slice(end)
  }
  yield tail
}

export type SitemapFile = { name: string; changed: Date | null }

/** The helper knows no lastmod of a file: it is put behind each address, in the same order. */
export async function sitemapList(files: readonly SitemapFile[], origin: string): Promise<string> {
  const locations = files.map(({ name }) => address(origin, `/sitemaps/${name}.xml`))
  const text = await (await getServerSideSitemapIndex(locations)).text()
  let at = 0
  return text.replaceAll('</loc>', () => {
    const changed = files[at++]?.changed
    return changed ? `</loc><lastmod>${changed.toISOString()}</lastmod>` : '</loc>'
  })
}
