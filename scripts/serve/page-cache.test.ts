import { describe, expect, it, vi } from 'vitest'
import type { Answer } from './compose-answer.mjs'
import { createPageCache, weigh } from './page-cache.mjs'

const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: ['Content-Type', 'text/html'],
  etag: text,
  plain: Buffer.from(text),
  gzip: undefined,
  br: undefined,
  tags: [],
  fresh: 60,
  stale: 600,
  storable: true,
  shared: false,
  ...more,
})

const textOf = (found: { answer: Answer } | null) => found?.answer.plain?.toString()

/** A cache whose pages are what the test says, at the time the test says. */
function market(limit = 1_000_000) {
  let now = 1_000_000
  const make = vi.fn(async (key: string) => answer(`${key} at ${now}`, { tags: [key] }))
  const cache = createPageCache({ make, limit, clock: () => now })
  return { cache, make, pass: (seconds: number) => (now += seconds * 1000) }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the page cache', () => {
  it('makes a page once and answers from memory afterwards', async () => {
    const { cache, make } = market()
    expect((await cache.get('/uz')).state).toBe('miss')
    expect((await cache.get('/uz')).state).toBe('hit')
    expect(cache.peek('/uz')?.state).toBe('hit')
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('renders once for a hundred who ask at the same moment', async () => {
    const { cache, make } = market()
    const all = await Promise.all(Array.from({ length: 100 }, () => cache.get('/uz/p/choynak')))
    expect(make).toHaveBeenCalledTimes(1)
    expect(new Set(all.map(textOf)).size).toBe(1)
    expect(all.map(({ state }) => state).filter((state) => state === 'miss')).toHaveLength(1)
  })

  it('shows the old page while the new one is made, and makes it once', async () => {
    const { cache, make, pass } = market()
    const first = textOf(await cache.get('/uz'))
    pass(61)
    expect(cache.peek('/uz')).toMatchObject({ state: 'stale', age: 61 })
    expect(textOf(cache.peek('/uz'))).toBe(first)
    await settle()
    expect(make).toHaveBeenCalledTimes(2)
    expect(cache.peek('/uz')?.state).toBe('hit')
    expect(textOf(cache.peek('/uz'))).not.toBe(first)
  })

  it('never shows a page that is older than both its times', async () => {
    const { cache, make, pass } = market()
    await cache.get('/uz')
    pass(661)
    expect(cache.peek('/uz')).toBeNull()
    expect((await cache.get('/uz')).state).toBe('miss')
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('forgets by tag, and only what carries it', async () => {
    const { cache, make } = market()
    await cache.get('/a')
    await cache.get('/b')
    cache.purge(['/a', 'of-nobody'])
    expect(cache.peek('/a')).toBeNull()
    expect(cache.peek('/b')?.state).toBe('hit')
    await cache.get('/a')
    expect(make).toHaveBeenCalledTimes(3)
  })

  it('does not keep a page that was being made while its tag was purged', async () => {
    let finish = (_: Answer) => {}
    const make = vi.fn(() => new Promise<Answer>((resolve) => (finish = resolve)))
    const cache = createPageCache({ make, limit: 1_000_000 })
    const old = cache.get('/uz/p/choynak')
    const finishOld = finish
    cache.purge(['p:choynak'])
    const young = cache.get('/uz/p/choynak')
    finish(answer('new price', { tags: ['p:choynak'] }))
    expect(textOf(await young)).toBe('new price')
    finishOld(answer('old price', { tags: ['p:choynak'] }))
    await old
    expect(make).toHaveBeenCalledTimes(2)
    expect(textOf(cache.peek('/uz/p/choynak'))).toBe('new price')
  })

  it('makes a page again that changed while it was made, and answers with what is true now', async () => {
    const { cache, make } = market()
    make.mockImplementationOnce(async () => {
      cache.doubt(['p:choynak'])
      return answer('old price', { tags: ['p:choynak'] })
    })
    make.mockResolvedValueOnce(answer('new price', { tags: ['p:choynak'] }))
    expect(textOf(await cache.get('/uz/p/choynak'))).toBe('new price')
    expect(textOf(cache.peek('/uz/p/choynak'))).toBe('new price')
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('answers with a page that never stops changing, and does not keep it', async () => {
    const { cache, make } = market()
    make.mockImplementation(async () => {
      cache.purge(['p:choynak'])
      return answer('a price', { tags: ['p:choynak'] })
    })
    expect(textOf(await cache.get('/uz/p/choynak'))).toBe('a price')
    expect(cache.peek('/uz/p/choynak')).toBeNull()
    expect(make).toHaveBeenCalledTimes(3)
  })

  it('makes a page again behind one that it still shows', async () => {
    const { cache, make, pass } = market()
    await cache.get('/uz')
    pass(61)
    make.mockImplementationOnce(async () => {
      cache.doubt(['/uz'])
      return answer('old', { tags: ['/uz'] })
    })
    expect(cache.peek('/uz')?.state).toBe('stale')
    await settle()
    expect(textOf(cache.peek('/uz'))).toBe(`/uz at ${1_061_000}`)
  })

  it('shows what it has when a page cannot be made anew', async () => {
    const { cache, make, pass } = market()
    const first = textOf(await cache.get('/uz'))
    cache.purge(['/uz'])
    make.mockRejectedValueOnce(new Error('the database is away'))
    const found = await cache.get('/uz')
    expect(found.state).toBe('error')
    expect(textOf(found)).toBe(first)
    make.mockResolvedValueOnce(answer('500', { status: 500, storable: false }))
    pass(1)
    expect(textOf(await cache.get('/uz'))).toBe(first)
    expect(textOf(await cache.get('/uz'))).not.toBe(first)
  })

  it('tries again a little later when a refresh behind has failed', async () => {
    const { cache, make, pass } = market()
    await cache.get('/uz')
    pass(61)
    make.mockRejectedValue(new Error('away'))
    for (let at = 0; at < 10; at += 1) {
      expect(cache.peek('/uz')?.state).toBe('stale')
      await settle()
    }
    expect(make).toHaveBeenCalledTimes(2)
    pass(6)
    cache.peek('/uz')
    expect(make).toHaveBeenCalledTimes(3)
  })

  it('throws what went wrong when there is nothing to show instead', async () => {
    const { cache, make } = market()
    make.mockRejectedValueOnce(new Error('away'))
    await expect(cache.get('/uz')).rejects.toThrow('away')
    expect((await cache.get('/uz')).state).toBe('miss')
  })

  it('does not keep what may not be kept', async () => {
    const { cache, make } = market()
    make.mockResolvedValue(answer('private', { storable: false }))
    await cache.get('/uz/x')
    await cache.get('/uz/x')
    expect(make).toHaveBeenCalledTimes(2)
    expect(cache.stats()['entries']).toBe(0)
  })

  it('switched off keeps nothing and still answers', async () => {
    const { cache } = market(0)
    expect((await cache.get('/uz')).state).toBe('miss')
    expect((await cache.get('/uz')).state).toBe('miss')
    expect(cache.stats()['bytes']).toBe(0)
  })
})

describe('its room', () => {
  it('puts the least recently used out first', async () => {
    const times = { storedAt: 0, freshUntil: 0, staleUntil: 0, retryAt: 0, touchedAt: 0, purged: false }
    const one = weigh({ key: '/0', answer: answer('x'.repeat(1000), { tags: ['/0'] }), ...times })
    let now = 0
    const make = async (key: string) => answer('x'.repeat(1000), { tags: [key] })
    // Five pages in nine tenths of the room.
    const cache = createPageCache({ make, limit: (one * 5.5) / 0.9, clock: () => (now += 2000) })
    for (const key of ['/0', '/1', '/2', '/3', '/4']) await cache.get(key)
    cache.peek('/0')
    await cache.get('/5')
    expect(cache.peek('/0')).not.toBeNull()
    expect(cache.peek('/1')).toBeNull()
  })

  it('stays in its bytes over a million different addresses, and real pages survive guessed ones', async () => {
    const limit = 2_000_000
    const body = Buffer.alloc(300)
    const make = async (key: string) =>
      answer('', { plain: body, tags: [key], status: key.startsWith('/p/') ? 404 : 200 })
    const cache = createPageCache({ make, limit })
    await cache.get('/uz')
    for (let at = 0; at < 1_000_000; at += 1) await cache.get(`/p/${at}`)
    expect(cache.stats()['bytes']).toBeLessThanOrEqual(limit)
    expect(cache.stats()['entries']).toBeLessThan(1000)
    expect(cache.peek('/uz')?.state).toBe('hit')
    expect(cache.peek('/p/999999')?.state).toBe('hit')
  }, 120_000)
})
