import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditMarket } from './audit'

let server: Server
let origin = ''
const asked: string[] = []

const market = (path: string): [status: number, type: string, body: string] => {
  if (path === '/robots.txt')
    return [200, 'text/plain', `User-agent: *\nDisallow: /uz/cart\nSitemap: ${origin}/sitemap.xml`]
  const ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
  if (path === '/sitemap.xml')
    return [
      200,
      'application/xml',
      `<sitemapindex ${ns}><sitemap><loc>${origin}/sitemaps/a.xml</loc></sitemap></sitemapindex>`,
    ]
  if (path === '/sitemaps/a.xml') {
    const urls = ['/uz/help', '/uz/help/bad', '/uz/help/none', '/uz/help/alone', '/uz/cart'].map(
      (at) => `<url><loc>${origin}${at}</loc></url>`,
    )
    return [200, 'application/xml', `<urlset ${ns}>${urls.join('')}</urlset>`]
  }
  if (path === '/uz/help' || path === '/uz/help/alone')
    return [
      200,
      'text/html',
      page(path, `<h1>Help</h1><a href="/uz/help">h</a><a href="/uz/help/bad">x</a><a href="/uz/help/none">n</a>`),
    ]
  if (path === '/uz/help/bad')
    return [
      200,
      'text/html',
      page('/uz/else', '<h1>a</h1><h1>b</h1><img src="/none.png">', '<meta name="robots" content="noindex">'),
    ]
  return [404, 'text/plain', '']
}

const page = (path: string, body: string, head = '') => `<!DOCTYPE html><html lang="uz"><head><title>T ${path}</title>
  <meta name="description" content="D ${path}"/><meta property="og:image" content="${origin}/og.jpg"/>${head}
  <link rel="canonical" href="${origin}${path}"/><link rel="alternate" hrefLang="uz" href="${origin}${path}"/>
  <link rel="alternate" hrefLang="x-default" href="${origin}${path}"/></head><body>${body}</body></html>`

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const [status, type, body] = market(request.url ?? '')
    response.writeHead(status, { 'content-type': type, 'cache-control': 's-maxage=1' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

it('names what is wrong, with its page', async () => {
  const { breaches, pages } = await auditMarket(origin)
  const at = (path: string) => breaches.filter((one) => one.page === origin + path).map(({ rule }) => rule)
  expect(pages).toBe(3)
  expect(at('/uz/help/bad')).toEqual([
    'canonical is not its own',
    'hreflang without itself',
    'image is not there',
    'image without alt',
    'listed, but noindex',
    'not one h1',
  ])
  expect(at('/uz/help/none')).toEqual(['listed, but not 200'])
  expect(at('/uz/help/alone')).toEqual(['orphan'])
  expect(at('/uz/cart')).toContain('listed, but robots.txt forbids it')
  expect(at('/uz/help')).toEqual(['broken link', 'image is not there'])
  expect(breaches.map(({ rule }) => rule)).toContain('feed cannot be read')
})

it('asks for nothing twice, and says how far it is', async () => {
  asked.length = 0
  const told: string[] = []
  await auditMarket(origin, undefined, (what, done, all) => told.push(`${what} ${done}/${all}`))
  const read = ['/uz/help', '/uz/help/bad', '/uz/help/none', '/uz/help/alone']
  for (const path of read) expect(asked.filter((one) => one.endsWith(` ${path}`))).toEqual([`GET ${path}`])
  expect(asked).toContain('HEAD /og.jpg')
  expect(told).toEqual(expect.arrayContaining(['listed pages 5/5', 'links 3/3', 'pictures 2/2']))
})
