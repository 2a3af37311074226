import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SitemapPage } from '@/lib/catalog/schema'
import { helpSlugs } from '@/lib/help'
import { locales } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { urlSet } from './sitemap-xml'

const page = (address: string): SitemapPage => ({
  locales: [...locales],
  path: { uz: address, ru: address, en: address },
  changed: null,
  image: null,
})

/** Written by next-sitemap's command line at the end of a build, from the pages that it made. */
const written = path.join('.next', 'sitemaps', 'static.xml')

/** While developing there is no such file: the same pages are named by hand. */
export async function staticSitemap(): Promise<string> {
  const built = await readFile(written, 'utf8').catch(() => null)
  if (built?.includes(`<loc>${env.APP_URL}/`)) return built
  const pages = ['', '/help', ...helpSlugs.map((slug) => `/help/${slug}`)].map(page)
  const sets = await Promise.all(locales.map((locale) => urlSet(pages, locale, env.APP_URL)))
  const [first = '', ...rest] = sets
  const inner = rest.map((set) => set.slice(set.indexOf('<url>'), set.lastIndexOf('</urlset>'))).join('')
  return first.replace('</urlset>', `${inner}</urlset>`)
}
