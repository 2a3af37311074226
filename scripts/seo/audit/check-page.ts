import { readJsonLd, type TaggedPrice } from '../json-ld-rules'
import type { Page } from '../page'
import type { Breaches } from './breaches'

const kinds: [path: RegExp, types: readonly string[]][] = [
  [/^\/[a-z]{2}\/p\//, ['Product|ProductGroup', 'BreadcrumbList']],
  [/^\/[a-z]{2}\/c\//, ['BreadcrumbList', 'ItemList']],
  [/^\/[a-z]{2}\/shop\//, ['BreadcrumbList']],
  [/^\/[a-z]{2}$/, ['OnlineStore', 'WebSite']],
]

function checkWords({ url, title, description, headings, lang, preview }: Page, breaches: Breaches) {
  if (title === '') breaches.add('no title', url)
  if (title.length > 200) breaches.add('title too long', url, `${title.length} signs`)
  if (description === '') breaches.add('no description', url)
  if (description.length > 200) breaches.add('description too long', url, `${description.length} signs`)
  if (headings.length !== 1 || headings[0] === '') breaches.add('not one h1', url, `${headings.length}`)
  if (!new URL(url).pathname.startsWith(`/${lang}`)) breaches.add('wrong lang', url, lang)
  if (preview === null) breaches.add('no og:image', url)
}

function checkPlace({ url, canonicals, languages, robots, lang }: Page, breaches: Breaches) {
  if (canonicals.length !== 1 || canonicals[0] !== url)
    breaches.add('canonical is not its own', url, canonicals.join(' '))
  if (/noindex/.test(robots)) breaches.add('listed, but noindex', url)
  if (languages[lang] !== url) breaches.add('hreflang without itself', url)
  if (languages['x-default'] === undefined) breaches.add('hreflang without x-default', url)
}

function checkKept({ url, headers }: Page, breaches: Breaches) {
  const kept = headers.get('cache-control') ?? ''
  // While developing nothing is kept anywhere.
  const isDeveloping = /^no-(store|cache)/.test(kept)
  if (!kept.includes('s-maxage') && !isDeveloping) breaches.add('not for caches', url, kept)
}

/** A page that engines are asked to read; answers the prices that its markup tells. */
export function checkPage(page: Page, breaches: Breaches): TaggedPrice[] {
  const { url, status, location } = page
  if (status !== 200) {
    breaches.add('listed, but not 200', url, location === null ? String(status) : `${status} ${location}`)
    return []
  }
  checkWords(page, breaches)
  checkPlace(page, breaches)
  checkKept(page, breaches)
  const { types, prices, breaches: wrong } = readJsonLd(page.scripts)
  for (const detail of wrong) breaches.add('JSON-LD', url, detail)
  const { pathname } = new URL(url)
  for (const type of kinds.find(([path]) => path.test(pathname))?.[1] ?? [])
    if (!types.some((one) => type.split('|').includes(one))) breaches.add('JSON-LD', url, `no ${type}`)
  for (const { src, alt } of page.images) if (alt === null) breaches.add('image without alt', url, src)
  return prices
}

const share = 0.005

/** Of one language, fewer than one in two hundred may share their words. */
export function checkTwins(pages: readonly Pick<Page, 'url' | 'title' | 'description' | 'lang'>[], breaches: Breaches) {
  for (const field of ['title', 'description'] as const)
    for (const lang of new Set(pages.map((page) => page.lang))) {
      const own = pages.filter((page) => page.lang === lang)
      const seen = new Set<string>()
      const twins = own.filter((page) => seen.has(page[field]) || !seen.add(page[field]))
      if (twins.length <= own.length * share) continue
      for (const twin of twins.slice(0, 50)) breaches.add(`same ${field}`, twin.url, twin[field].slice(0, 80))
    }
}
