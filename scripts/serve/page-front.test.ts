import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assign, readMark, spellTrial, TRIAL_META, type Trial } from '../../lib/experiment/trial.mjs'
import { createPageFront } from './page-front.mjs'

const two = (key: string, place: string, usual: string, other: string): Trial => ({
  key,
  place,
  share: 100,
  variants: [
    { option: usual, weight: 1 },
    { option: other, weight: 1 },
  ],
})
const words = two('buy-words', 'product-button', 'add', 'take')
const order = two('buy-order', 'product-benefits', 'delivery', 'safety')

/** A Next whose pages say which options they show; only goods take part in anything. */
let running: Trial[] = [words, order]
const asked: string[] = []
async function next(request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? ''
  asked.push(path)
  const notes = Reflect.get(request, Symbol.for('NextInternalRequestMeta'))
  await notes.onCacheEntry({ value: { headers: { 'x-next-cache-tags': 'goods' } } })
  const { options } = readMark(path.split('/')[1] ?? '')
  const tried = path.includes('/p/') ? running : []
  const shown = tried.map((trial) => {
    const found = trial.variants.find(({ option }) => options.includes(`${trial.place}.${option}`))
    return { trial, option: found?.option ?? trial.variants[0]?.option ?? '' }
  })
  const metas = shown.map(({ trial, option }) => `<meta name="${TRIAL_META}" content="${spellTrial(trial, option)}"/>`)
  const text = `${path} shows ${shown.map(({ option }) => option).join(' and ') || 'what it is'}`
  response.statusCode = path.endsWith('/missing') ? 404 : 200
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 's-maxage=900, stale-while-revalidate=100')
  response.end(`<html><head>${metas.join('')}</head><body>${text}</body></html>`)
}

const page = (name: string, regex: string) => ({ page: name, regex })
const built = {
  prerender: {
    routes: { '/uz': { srcRoute: '/[locale]' } },
    dynamicRoutes: {
      '/[locale]': { _isEnsureStaticPage: true },
      '/[locale]/p/[product]': { _isEnsureStaticPage: true },
    },
  },
  routes: {
    staticRoutes: [],
    redirects: [],
    dynamicRoutes: [page('/[locale]/p/[product]', '^/([^/]+?)/p/([^/]+?)$'), page('/[locale]', '^/([^/]+?)$')],
  },
  files: [],
}

let front: ReturnType<typeof createPageFront>
let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!front.answer(request, response)) response.writeHead(418).end('left to Next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
const open = (limit = 8_000_000) => {
  front = createPageFront({
    built,
    handle: next,
    host: 'localhost',
    limit,
    untilOf: async (path) => (path.endsWith('/guessed') ? ['p:guessed'] : null),
    onError: (error) => expect(error).toBeNull(),
  })
}
beforeEach(() => {
  running = [words, order]
  asked.length = 0
  open()
})

const agent = { 'user-agent': 'Mozilla/5.0 Firefox/140' }
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(base + path, { headers: { ...agent, ...headers } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const due = (bucket: number) => `${assign(words, bucket)} and ${assign(order, bucket)}`
const all = ['add and delivery', 'add and safety', 'take and delivery', 'take and safety']

describe('the front and guesses', () => {
  it('answers an address that leads nowhere without having its page made, until somebody makes it', async () => {
    for (const visit of [1, 2]) {
      const { status, text } = await get('/uz/p/guessed')
      expect([visit, status, text]).toEqual([visit, 404, expect.stringContaining('/uz/missing shows')])
    }
    expect(asked).toEqual(['/uz/missing'])
    expect(front.stats().entries).toBe(2)
    front.purge(['p:guessed'])
    expect(front.stats().entries).toBe(1)
  })
})

describe('the front and experiments', () => {
  it('shows everybody the variant of their bucket, whoever asks meanwhile, and makes each page once', async () => {
    const buckets = Array.from({ length: 200 }, (_, at) => (at * 37) % 1000)
    const texts = await Promise.all(
      buckets.map(async (bucket) => (await get('/uz/p/choynak', { cookie: `bozor_bucket=${bucket}` })).text),
    )
    for (const [at, bucket] of buckets.entries())
      expect(texts[at], `bucket ${bucket}`).toContain(`<body>/uz/p/choynak shows ${due(bucket)}</body>`)
    expect(new Set(buckets.map(due))).toEqual(new Set(all))
    expect(asked.toSorted()).toEqual([
      '/uz/p/choynak',
      '/uz~product-benefits.safety/p/choynak',
      '/uz~product-benefits.safety~product-button.take/p/choynak',
      '/uz~product-button.take/p/choynak',
    ])
  })

  it('lets nobody in between keep such a page, and says what it depends on', async () => {
    for (const bucket of [0, 1, 2, 3, 4, 5]) {
      const { headers } = await get('/uz/p/choynak', { cookie: `bozor_bucket=${bucket}` })
      expect(headers.get('cache-control')).toBe('private, max-age=0, must-revalidate')
      expect(headers.get('vary')).toContain('Cookie')
    }
    const first = await get('/uz/p/choynak')
    const [bucket = ''] = first.headers.getSetCookie()
    const number = Number(/^bozor_bucket=(\d+);/.exec(bucket)?.[1])
    expect(first.text).toContain(due(number))
  })

  it('keeps one key and no cookie for a page without experiments', async () => {
    const before = front.stats().entries
    for (const bucket of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { headers, text } = await get('/uz', { cookie: `bozor_bucket=${bucket}` })
      expect(text).toContain('/uz shows what it is')
      expect([headers.getSetCookie(), headers.get('vary')]).toEqual([[], null])
      expect(headers.get('cache-control')).toContain('s-maxage=900')
    }
    expect((await get('/uz')).headers.getSetCookie()).toEqual([])
    expect([asked, front.stats().entries - before]).toEqual([['/uz'], 1])
  })

  it('shows engines the usual page', async () => {
    const { headers, text } = await get('/uz/p/choynak', { 'user-agent': 'Googlebot/2.1' })
    expect([text.includes(all[0] ?? ''), headers.getSetCookie()]).toEqual([true, []])
  })

  it('answers nobody else’s question for a variant', async () => {
    for (const start of ['/uz~product-button.take', '/uz%7Eproduct-button.take', '/%75z~product-button.take'])
      for (const headers of [{}, { rsc: '1' }, { 'next-router-prefetch': '1' }])
        for (const method of ['GET', 'POST']) {
          const answer = await fetch(`${base}${start}/p/choynak`, { method, headers })
          expect([answer.status, (await answer.text()).includes('take')]).toEqual([200, false])
        }
    // A desk by another spelling would go past the guard at its door (proxy.ts).
    for (const path of ['/%75z/seller', '/uz%7Ehome-hero.price/admin'])
      expect((await fetch(base + path, { method: 'POST' })).status).toBe(200)
    expect(asked).toEqual(['/-/-/-'])
  })

  it('forgets a page with all its variants, and what has ended is gone', async () => {
    const taking = Array.from({ length: 1000 }, (_, bucket) => bucket).find((bucket) => due(bucket) === all[3]) ?? -1
    const cookie = `bozor_bucket=${taking}`
    expect((await get('/uz/p/choynak', { cookie })).text).toContain(all[3])
    running = []
    front.purge(['goods'])
    const { text, headers } = await get('/uz/p/choynak', { cookie })
    expect([text.includes('what it is'), headers.get('vary')]).toEqual([true, null])
  })

  it('works alike where no page is kept', async () => {
    open(0)
    for (const bucket of [0, 1, 2, 3, 4, 5, 6, 7])
      expect((await get('/uz/p/choynak', { cookie: `bozor_bucket=${bucket}` })).text).toContain(due(bucket))
  })
})
