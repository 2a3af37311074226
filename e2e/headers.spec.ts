import { securityHeaders } from '../scripts/serve/security-headers.mjs'
import { expect, findProduct, ownShop, test } from './fixtures'

type Asked = { path: string; status: number; method?: string; headers?: Record<string, string>; data?: string }

const asked: Asked[] = [
  { path: '/', status: 308 },
  { path: '/uz', status: 200 },
  { path: '/uz/', status: 308 },
  { path: '/uz/nope', status: 404 },
  { path: '/xx', status: 404 },
  { path: `/uz/p/${'a'.repeat(700)}`, status: 404 },
  { path: '/uz/p/%E0%A4%A', status: 404 },
  { path: '/uz/p/a%00', status: 404 },
  { path: '/uz/c/%25', status: 404 },
  { path: '/%75z/seller', status: 404, method: 'POST', data: 'x' },
  { path: '/uz/cart', status: 200 },
  { path: '/uz/sign-in', status: 200 },
  { path: '/uz/seller', status: 307 },
  { path: '/uz/admin/ledger', status: 307 },
  { path: '/uz', status: 405, method: 'TRACE' },
  { path: '/uz/cart', status: 400, method: 'POST', headers: { 'next-action': 'deadbeef' }, data: 'x' },
  { path: '/robots.txt', status: 200 },
  { path: '/sitemap.xml', status: 200 },
  { path: '/motif/mark.svg', status: 200 },
  { path: '/goods/there-is-none.avif', status: 404 },
  { path: '/_next/static/chunks/none.js', status: 404 },
  { path: '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75', status: 400 },
  { path: '/api/health', status: 200 },
  { path: '/api/nothing', status: 404 },
  { path: '/api/v1/products', status: 200 },
  { path: '/api/v1/products', status: 405, method: 'DELETE' },
  { path: '/api/v1/docs', status: 200 },
  { path: '/api/vitals', status: 415, method: 'POST', headers: { 'content-type': 'text/plain' }, data: '{}' },
]

for (const { path, status, method = 'GET', headers = {}, data } of asked)
  test(`${method} ${path.slice(0, 60)} answers ${status} with every header of safety`, async ({ request }) => {
    const options = { method, headers, maxRedirects: 0, ...(data === undefined ? {} : { data }) }
    const answer = await request.fetch(path, options)
    expect(answer.status()).toBe(status)
    const given = answer.headers()
    for (const { key, value } of securityHeaders) {
      const found = given[key.toLowerCase()] ?? ''
      if (key === 'Content-Security-Policy') for (const part of value.split('; ')) expect(found).toContain(part)
      else expect(found, key).toBe(value)
    }
    expect(given['x-powered-by']).toBeUndefined()
    if (given['content-type']?.startsWith('text/html') && path.startsWith('/uz'))
      expect(given['content-security-policy']).toMatch(/script-src 'self' /)
    expect(given['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
  })

const scriptWord = (policy = '') => /'nonce-([\w-]+)' 'strict-dynamic'/.exec(policy)?.[1]

test('a page made for one visitor names its scripts by a word of its own, which nobody can choose', async ({
  request,
}) => {
  const sent = { 'content-security-policy': "script-src 'nonce-chosenbythem'", 'x-nonce': 'chosenbythem' }
  const words = new Set<string>()
  for (const path of ['/uz/cart', '/uz/cart', '/uz/checkout', '/uz/sign-in', '/uz/search?q=choynak']) {
    const answer = await request.get(path, { headers: sent })
    const word = scriptWord(answer.headers()['content-security-policy'])
    const html = await answer.text()
    expect(word, path).toBeDefined()
    expect(html).toContain(`nonce="${word}"`)
    expect(html + JSON.stringify(answer.headers())).not.toContain('chosenbythem')
    words.add(word ?? '')
  }
  expect(words.size).toBe(5)
})

test('no visitor’s word gets into a page that is kept for all', async ({ request }) => {
  const product = await findProduct(request, ownShop, 'en')
  const theirs = { 'content-security-policy': "script-src 'nonce-chosenbythem'" }
  const ways: Record<string, string>[] = [
    { authorization: 'Bearer none' },
    { rsc: '1' },
    { 'next-router-prefetch': '1' },
  ]
  for (const way of ways)
    await request.get(`/en/p/${product.slug}`, { headers: { ...theirs, ...way }, maxRedirects: 0 })
  expect(await (await request.get(`/en/p/${product.slug}`)).text()).not.toContain('nonce=')
  const past = await request.get(`/en/p/${product.slug}`, { headers: { authorization: 'Bearer none' } })
  expect(await past.text()).not.toContain('nonce=')
})
