import { readPage } from '../page'
import type { Breaches } from './breaches'
import type { Client } from './client'

const locales = ['uz', 'ru', 'en']

async function read(client: Client, path: string) {
  return readPage(client.origin + path, await client.get(path))
}

async function expectStatus(client: Client, path: string, status: number, breaches: Breaches) {
  for (const visit of [1, 2]) {
    const found = (await client.ask(`${client.origin}${path}`, visit === 1 ? 'HEAD' : 'GET')).status
    if (found !== status) breaches.add('wrong status', path, `${found} instead of ${status}, visit ${visit}`)
  }
}

/** What no engine may keep, and addresses that lead nowhere. */
export async function checkRules(client: Client, category: string | undefined, breaches: Breaches) {
  const root = await read(client, '/')
  if (root.status !== 308 || !root.location?.endsWith('/uz')) breaches.add('wrong status', '/', `${root.status}`)
  for (const locale of locales) {
    for (const path of [`/${locale}/search?q=a`, `/${locale}/cart`, `/${locale}/checkout`, `/${locale}/sign-in`]) {
      const page = await read(client, path)
      if (!/noindex/.test(page.robots)) breaches.add('may be indexed', path, page.robots)
    }
    await expectStatus(client, `/${locale}/p/no-such-product`, 404, breaches)
    await expectStatus(client, `/${locale}/c/no-such-category`, 404, breaches)
    await expectStatus(client, `/${locale}/nope`, 404, breaches)
  }
  if (category === undefined) return
  const filtered = await read(client, `${category}?sort=price`)
  if (filtered.canonicals[0] !== client.origin + category)
    breaches.add('canonical is not clean', `${category}?sort=price`, filtered.canonicals.join(' '))
  // While developing the cache in front, which says so, is not there.
  if (filtered.headers.get('cache-control')?.includes('s-maxage') && !/noindex/.test(filtered.robots))
    breaches.add('may be indexed', `${category}?sort=price`, filtered.robots)
}

const files: [path: string, type: RegExp, holds: RegExp][] = [
  ['/llms.txt', /text\/plain/, /^# \S[\s\S]*\]\(http/],
  ['/.well-known/security.txt', /text\/plain/, /Contact: [\s\S]*Expires: /],
  ['/.well-known/ai-catalog.json', /json/, /"specVersion"/],
  ['/manifest.webmanifest', /manifest\+json/, /"icons"/],
]

export async function checkFiles(client: Client, breaches: Breaches) {
  for (const [path, type, holds] of files) {
    const { status, headers, body } = await client.get(path)
    const right =
      status === 200 && type.test(headers.get('content-type') ?? '') && holds.test(body) && body.length >= 50
    if (!right) breaches.add('machine file', path, `${status} ${headers.get('content-type')}`)
  }
}
