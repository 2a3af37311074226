import { type Page, readPage } from '../page'
import { readRobots } from '../robots-rules'
import { type Breach, openBreaches } from './breaches'
import { checkImages, checkLanguages, checkLinks, checkOrphans, keepFirst, mayRead } from './check-links'
import { checkPage, checkTwins } from './check-page'
import { openPrices, readFeeds } from './check-prices'
import { checkFiles, checkRules } from './check-rules'
import { eachOf, openClient } from './client'
import { readSitemaps, sample } from './read-sitemaps'

export type Audit = { pages: number; links: number; images: number; listed: number; breaches: Breach[] }

type Short = Pick<Page, 'url' | 'title' | 'description' | 'lang'>

const isIndexed = ({ status, robots, canonicals, url }: Page) =>
  status === 200 && !/noindex/.test(robots) && (canonicals.length === 0 || canonicals[0] === url)

/** A short audit looks at a part of what its pages lead to, evenly. */
function some<Value>(all: ReadonlyMap<string, Value>, most: number): Map<string, Value> {
  const step = Math.max(1, Math.ceil(all.size / most))
  return new Map([...all].filter((_, at) => at % step === 0))
}

/** Told, again and again, how much of what is done. */
export type Progress = (what: string, done: number, all: number) => void

/** Reads a running market as engines do, from its sitemaps and along its links; `limit` pages of it at most. */
export async function auditMarket(
  origin: string,
  limit = Number.POSITIVE_INFINITY,
  progress: Progress = () => undefined,
): Promise<Audit> {
  const client = openClient(origin)
  const breaches = openBreaches()
  const robots = readRobots((await client.get('/robots.txt')).body)
  if (!robots.sitemaps.includes(`${origin}/sitemap.xml`)) breaches.add('robots.txt', '/robots.txt', 'names no sitemap')
  const files = await readSitemaps(client, breaches)
  const listed = new Set([...files.values()].flat().map(({ loc }) => loc))
  for (const url of listed) if (!mayRead(robots, url)) breaches.add('listed, but robots.txt forbids it', url)
  const checkPrices = openPrices(client, await readFeeds(client, breaches), breaches)
  const linked = new Map<string, string>()
  const images = new Map<string, string>()
  const languages = new Map<string, Record<string, string>>()
  const shorts: Short[] = []
  const tried = new Set<string>()

  async function visit(url: string, isListed: boolean) {
    const page = readPage(url, await client.ask(url))
    if (!isListed && !isIndexed(page)) return
    const tagged = checkPage(page, breaches)
    if (page.status !== 200) return
    shorts.push({ url, title: page.title, description: page.description, lang: page.lang })
    languages.set(url, page.languages)
    keepFirst(
      linked,
      page.links.map(({ href }) => href.replace(/#.*/, '')).filter((href) => href.startsWith(`${origin}/`)),
      page,
    )
    keepFirst(
      images,
      [...page.images.map(({ src }) => src), page.preview ?? ''].filter((src) => src.startsWith(origin)),
      page,
    )
    await checkPrices(page, tagged)
  }

  const isWhole = limit >= listed.size
  const of = (what: string) => (done: number, all: number) => progress(what, done, all)
  await eachOf(sample(files, limit), ({ loc }) => visit(loc, true), of('listed pages'))
  // Pages further in, that no sitemap names: the second page of a category and those behind it.
  for (let fresh = further(); isWhole && fresh.length > 0; fresh = further())
    await eachOf(fresh, (url) => visit(url, false), of('pages further in'))

  function further() {
    const isPage = (url: string) => /^\/[a-z]{2}\/(c|shop)\//.test(new URL(url).pathname) && mayRead(robots, url)
    return [...linked.keys()].filter((url) => !languages.has(url) && isPage(url) && !tried.has(url) && tried.add(url))
  }

  checkTwins(shorts, breaches)
  checkLanguages(languages, breaches)
  await checkLinks(client, isWhole ? linked : some(linked, limit * 2), robots, breaches, of('links'))
  await checkImages(client, isWhole ? images : some(images, limit), breaches, of('pictures'))
  if (isWhole) checkOrphans(listed, new Set(linked.keys()), breaches)
  const category = [...listed].map((url) => new URL(url).pathname).find((path) => path.startsWith('/uz/c/'))
  await checkRules(client, category, breaches)
  await checkFiles(client, breaches)
  return {
    pages: shorts.length,
    links: linked.size,
    images: images.size,
    listed: listed.size,
    breaches: breaches.all(),
  }
}
