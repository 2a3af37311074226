import type { Page } from '../page'
import type { readRobots } from '../robots-rules'
import type { Breaches } from './breaches'
import { type Client, eachOf, type Tell } from './client'

type Robots = ReturnType<typeof readRobots>
type Languages = Map<string, Record<string, string>>

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '') || '/'

/** What a page leads to has to be there, at that very address. */
export async function checkLinks(
  client: Client,
  from: ReadonlyMap<string, string>,
  robots: Robots,
  breaches: Breaches,
  tell?: Tell,
) {
  const check = async ([href, page]: [string, string]) => {
    if (!robots.mayRead(pathOf(href))) return
    const { status, headers } = await client.ask(href, 'HEAD')
    if (status >= 300 && status < 400)
      breaches.add('link to a redirect', page, `${href} ${status} ${headers.get('location')}`)
    else if (status !== 200) breaches.add('broken link', page, `${href} ${status}`)
  }
  await eachOf(from, check, tell)
}

export async function checkImages(client: Client, from: ReadonlyMap<string, string>, breaches: Breaches, tell?: Tell) {
  const check = async ([src, page]: [string, string]) => {
    const { status, headers } = await client.ask(src, 'HEAD')
    if (status !== 200 || !headers.get('content-type')?.startsWith('image/'))
      breaches.add('image is not there', page, `${src} ${status}`)
  }
  await eachOf(from, check, tell)
}

/** Who names another language is named by it. */
export function checkLanguages(languages: Languages, breaches: Breaches) {
  for (const [url, named] of languages)
    for (const [lang, other] of Object.entries(named)) {
      const back = languages.get(other)
      if (lang !== 'x-default' && back !== undefined && !Object.values(back).includes(url))
        breaches.add('hreflang is not answered', url, other)
    }
}

/** Pages that nobody leads to are found by nobody: only a whole crawl can tell. */
export function checkOrphans(listed: Iterable<string>, linked: ReadonlySet<string>, breaches: Breaches) {
  for (const url of listed) if (!linked.has(url)) breaches.add('orphan', url, 'in a sitemap, and no page leads to it')
}

export const mayRead = (robots: Robots, url: string) => robots.mayRead(pathOf(url))

/** For reports: where something was seen first. */
export function keepFirst(map: Map<string, string>, keys: Iterable<string>, page: Page) {
  for (const key of keys) if (!map.has(key)) map.set(key, page.url)
}
