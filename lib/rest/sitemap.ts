import { readSitemapPages, readSitemapParts, readSitemapProducts } from '@/lib/catalog'
import { defaultLocale } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'

type Entry = Awaited<ReturnType<typeof readSitemapPages>>[number]

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign)
const address = (locale: string, path: string) => escaped(`${env.APP_URL}/${locale}${encodeURI(path)}`)
const changed = (date: Date | null) => (date ? `<lastmod>${date.toISOString()}</lastmod>` : '')

const link = (locale: string, href: string) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`

function urls({ path, locales, changed: at }: Entry): string {
  const fallback = locales.includes(defaultLocale) ? defaultLocale : locales[0]
  if (!fallback) return ''
  const own = locales.map((locale) => link(locale, address(locale, path))).join('')
  const links = own + link('x-default', address(fallback, path))
  return locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${changed(at)}${links}</url>\n`).join('')
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export async function sitemapIndex(): Promise<string> {
  const parts = await readSitemapParts()
  const files = [
    { name: 'pages', at: null },
    ...parts.map(({ part, changed: at }) => ({ name: `products-${part}`, at })),
  ].map(({ name, at }) => {
    const file = escaped(`${env.APP_URL}/sitemaps/${name}.xml`)
    return `<sitemap><loc>${file}</loc>${changed(at)}</sitemap>\n`
  })
  return `${head}<sitemapindex ${schema}>\n${files.join('')}</sitemapindex>\n`
}

/** `pages.xml` or `products-7.xml`; null where there is no such part. */
export async function sitemapPart(name: string): Promise<string | null> {
  const part = /^products-(\d{1,6})\.xml$/.exec(name)?.[1]
  const entries =
    name === 'pages.xml' ? await readSitemapPages() : part === undefined ? [] : await readSitemapProducts(Number(part))
  if (entries.length === 0) return null
  const set = `<urlset ${schema} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  return `${head}${set}${entries.map(urls).join('')}</urlset>\n`
}
