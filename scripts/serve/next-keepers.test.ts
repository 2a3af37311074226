import { describe, expect, it } from 'vitest'
import { askedNow, forget, onDoubt } from './forget.mjs'
import { clock, createForgotten } from './forgotten.mjs'
import answers from './next-answers.mjs'
import NextPages from './next-pages.mjs'

const nowhere = { existsSync: () => false, readFile: () => Promise.reject(new Error('no such file')) }
const pages = new NextPages({ fs: nowhere, serverDistDir: '/nowhere', revalidatedTags: [] })
const asking = { kind: 'APP_PAGE' }
const life = { cacheControl: { revalidate: 3600 } }

const page = (text: string, ...tags: string[]) => ({
  kind: 'APP_PAGE',
  html: text,
  rscData: Buffer.from(text),
  headers: { 'x-next-cache-tags': ['_N_T_/layout', ...tags].join(',') },
})

const answer = (text: string, timestamp: number, ...tags: string[]) =>
  Promise.resolve({
    value: new Blob([text]).stream() as unknown as ReadableStream<Uint8Array>,
    tags,
    timestamp,
    stale: 300,
    revalidate: 3600,
    expire: 86_400,
  })

const textOf = async (key: string) => {
  const kept = await answers.get(key, [])
  return kept && new Response(kept.value as unknown as BodyInit).text()
}
const shown = async (key: string) => (await pages.get(key, asking))?.value.html

describe('the pages that Next keeps', () => {
  it('are given back as they were made, until a tag of theirs is forgotten', async () => {
    await askedNow(() => pages.set('/a', page('чойнак', 'p:a'), life))
    await askedNow(() => pages.set('/b', page('b', 'p:b'), life))
    expect(await pages.get('/a', asking)).toMatchObject({
      value: page('чойнак', 'p:a'),
      cacheControl: life.cacheControl,
    })
    forget(['p:a'])
    expect(await pages.get('/a', asking)).toBeNull()
    expect(await shown('/b')).toBe('b')
    await pages.revalidateTag('p:b')
    expect(await shown('/b')).toBeUndefined()
  })

  it('are not kept when their tag was forgotten while they were made, and whoever waits is told', async () => {
    const doubted: string[] = []
    onDoubt((tags) => doubted.push(...tags))
    await askedNow(async () => {
      forget(['p:slow'])
      await pages.set('/slow', page('old price', 'market', 'p:slow'), life)
    })
    expect(await shown('/slow')).toBeUndefined()
    expect(doubted).toContain('p:slow')
    await new Promise((resolve) => setTimeout(resolve, 2))
    await askedNow(() => pages.set('/slow', page('new price', 'market', 'p:slow'), life))
    expect(await shown('/slow')).toBe('new price')
  })
})

describe('the answers that Next keeps', () => {
  it('are given back, each time anew, until a tag of theirs is forgotten', async () => {
    await answers.set('a', answer('one', clock(), 'p:one'))
    expect([await textOf('a'), await textOf('a')]).toEqual(['one', 'one'])
    await answers.updateTags(['p:one'])
    expect(await textOf('a')).toBeUndefined()
  })

  it('are not kept when their tag was forgotten while they were read', async () => {
    const begun = clock()
    forget(['p:two'])
    await answers.set('b', answer('two', begun, 'p:two'))
    expect(await textOf('b')).toBeUndefined()
  })

  it('are not kept when what broke off is all there is', async () => {
    await answers.set('c', Promise.reject(new Error('the database is away')))
    expect(await textOf('c')).toBeUndefined()
  })

  it('make a page old that joined one which was begun too early', async () => {
    const begun = clock()
    forget(['p:three'])
    await new Promise((resolve) => setTimeout(resolve, 2))
    await askedNow(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      await answers.set('d', answer('three', begun, 'p:three'))
      await pages.set('/three', page('three', 'p:three'), life)
    })
    expect(await shown('/three')).toBeUndefined()
  })
})

describe('what was forgotten', () => {
  it('comes to rest: what ends without being too old makes nothing else old', () => {
    let now = 100
    const forgotten = createForgotten(() => now)
    forgotten.tell(['t'])
    const end = (begun: number, at: number) => {
      now = at
      const outdated = forgotten.isOutdated(['t'], begun)
      forgotten.finish(['t'], begun)
      return outdated
    }
    // Begun before; begun after, and may have joined that one; may have joined the second; only its neighbour in time.
    expect([end(90, 110), end(105, 120), end(115, 130), end(125, 140)]).toEqual([true, true, true, false])
  })

  it('is itself forgotten when nothing of that time can still be in the making', () => {
    let now = 0
    const forgotten = createForgotten(() => now)
    for (let at = 0; at < 1000; at += 1) forgotten.tell([`p:${at}`])
    now = 200_000
    forgotten.tell(['p:last'])
    expect(forgotten.size()).toBe(1)
  })
})
