import { childText, parseXml, type XmlNode } from './xml-tree'

const ns = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
const xhtml = '{http://www.w3.org/1999/xhtml}link'
const image = '{http://www.google.com/schemas/sitemap-image/1.1}'

const mostUrls = 50_000
const mostBytes = 50 * 1024 * 1024

/** W3C date and time, as sitemap.xsd says: a date, or a moment with its zone. */
const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

export type SitemapUrl = { loc: string; lastmod: string | undefined; links: Record<string, string>; images: string[] }

function badLocation(loc: string): string | null {
  if (loc.length < 12 || loc.length > 2048) return `an address of ${loc.length} signs: ${loc.slice(0, 80)}`
  return /^https?:\/\//.test(loc) && URL.canParse(loc) ? null : `not an address: ${loc}`
}

/** The sequence of sitemap.xsd: loc, lastmod?, changefreq?, priority?, then elements of other namespaces. */
function checkEntry(node: XmlNode, what: string): string[] {
  const own = node.children.filter(({ name }) => name.startsWith(ns)).map(({ name }) => name.slice(ns.length))
  const order = ['loc', 'lastmod', 'changefreq', 'priority']
  const places = own.map((name) => order.indexOf(name))
  const breaches: string[] = []
  if (places.some((place, at) => place < 0 || (at > 0 && place <= (places[at - 1] ?? 0))) || own[0] !== 'loc')
    breaches.push(`${what} has ${own.join(', ') || 'nothing'}`)
  const bad = badLocation(childText(node, `${ns}loc`) ?? '')
  if (bad) breaches.push(bad)
  const lastmod = childText(node, `${ns}lastmod`)
  if (lastmod !== undefined && !(moment.test(lastmod) && !Number.isNaN(Date.parse(lastmod))))
    breaches.push(`not a date: ${lastmod}`)
  return breaches
}

function toUrl(node: XmlNode): SitemapUrl {
  const links = node.children
    .filter(({ name }) => name === xhtml)
    .map(({ attributes }): [string, string] => [attributes['hreflang'] ?? '', attributes['href'] ?? ''])
  const images = node.children
    .filter(({ name }) => name === `${image}image`)
    .map((child) => childText(child, `${image}loc`) ?? '')
  return {
    loc: childText(node, `${ns}loc`) ?? '',
    lastmod: childText(node, `${ns}lastmod`),
    links: Object.fromEntries(links),
    images,
  }
}

function checkSize(text: string, count: number, repeated: number): string[] {
  return [
    ...(count === 0 ? ['it is empty'] : []),
    ...(count > mostUrls ? [`${count} entries, at most ${mostUrls}`] : []),
    ...(Buffer.byteLength(text) > mostBytes ? [`${Buffer.byteLength(text)} bytes, at most ${mostBytes}`] : []),
    ...(repeated > 0 ? [`${repeated} addresses twice`] : []),
  ]
}

function checkLinks({ loc, links, images }: SitemapUrl): string[] {
  const bad = [...Object.values(links), ...images].flatMap((address) => badLocation(address) ?? [])
  const alone =
    Object.keys(links).length > 0 && !Object.values(links).includes(loc)
      ? [`${loc} is not among its own languages`]
      : []
  return [...bad, ...alone]
}

function read(text: string, root: string, entry: string) {
  const tree = parseXml(text)
  const breaches = tree.name === `${ns}${root}` ? [] : [`the root is ${tree.name}`]
  const foreign = tree.children.filter(({ name }) => name !== `${ns}${entry}`).map(({ name }) => `${name} in ${root}`)
  const nodes = tree.children.filter(({ name }) => name === `${ns}${entry}`)
  const urls = nodes.map(toUrl)
  const repeated = urls.length - new Set(urls.map(({ loc }) => loc)).size
  breaches.push(
    ...foreign,
    ...checkSize(text, urls.length, repeated),
    ...nodes.flatMap((node) => checkEntry(node, entry)),
  )
  return { urls, breaches }
}

/** A sitemap by the rules of sitemap.xsd 0.9 and of what engines take beside it. */
export function readUrlSet(text: string): { urls: SitemapUrl[]; breaches: string[] } {
  const { urls, breaches } = read(text, 'urlset', 'url')
  return { urls, breaches: [...breaches, ...urls.flatMap(checkLinks)] }
}

/** An index by the rules of siteindex.xsd 0.9. */
export const readSitemapIndex = (text: string): { urls: SitemapUrl[]; breaches: string[] } =>
  read(text, 'sitemapindex', 'sitemap')
