import { readSitemapIndex, readUrlSet, type SitemapUrl } from '../sitemap-rules'
import type { Breaches } from './breaches'
import type { Client } from './client'

/** Every address that the market asks engines to read, by the file that names it. */
export async function readSitemaps(client: Client, breaches: Breaches): Promise<Map<string, SitemapUrl[]>> {
  const address = `${client.origin}/sitemap.xml`
  const files = new Map<string, SitemapUrl[]>()
  const seen = new Set<string>()
  for (const { loc } of await read(client, address, readSitemapIndex, breaches)) {
    const urls = await read(client, loc, readUrlSet, breaches)
    for (const url of urls) {
      if (seen.has(url.loc)) breaches.add('in two sitemaps', url.loc, loc)
      if (new URL(url.loc).origin !== client.origin) breaches.add('sitemap of another place', url.loc, loc)
      seen.add(url.loc)
    }
    files.set(loc, urls)
  }
  return files
}

async function read(
  client: Client,
  address: string,
  parse: typeof readUrlSet,
  breaches: Breaches,
): Promise<SitemapUrl[]> {
  const { status, headers, body } = await client.ask(address)
  if (status !== 200 || !headers.get('content-type')?.includes('xml')) {
    breaches.add('sitemap cannot be read', address, String(status))
    return []
  }
  try {
    const { urls, breaches: wrong } = parse(body)
    for (const detail of wrong.slice(0, 20)) breaches.add('sitemap', address, detail)
    return urls
  } catch (error) {
    breaches.add('sitemap', address, String(error).slice(0, 200))
    return []
  }
}

/** Some of each file, evenly: the first and the last among them. */
export function sample(files: ReadonlyMap<string, SitemapUrl[]>, limit: number): SitemapUrl[] {
  const all = [...files.values()]
  if (all.reduce((sum, urls) => sum + urls.length, 0) <= limit) return all.flat()
  const each = Math.max(1, Math.floor(limit / all.length))
  const spare = limit - all.reduce((sum, urls) => sum + Math.min(each, urls.length), 0)
  const largest = all.reduce((sum, urls) => sum + Math.max(0, urls.length - each), 0)
  return all.flatMap((urls) => {
    const more = largest === 0 ? 0 : Math.floor((spare * Math.max(0, urls.length - each)) / largest)
    const count = Math.min(urls.length, each + Math.max(0, more))
    return Array.from(
      { length: count },
      (_, at) => urls[Math.floor((at * (urls.length - 1)) / Math.max(1, count - 1))],
    ).filter((url) => url !== undefined)
  })
}
