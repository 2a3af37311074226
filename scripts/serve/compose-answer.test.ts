import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { composeAnswer, lifeOf } from './compose-answer.mjs'
import { hashInlineScripts, joinFlight } from './inline-scripts.mjs'

const page = (head = '', body = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body><h1>Choynak</h1>${body}</body></html>`
const type = { 'content-type': 'text/html; charset=utf-8' }
const kept = { ...type, 'cache-control': 's-maxage=900, stale-while-revalidate=85500' }
const compose = (html: string, headers: Record<string, string> = kept, status = 200) =>
  composeAnswer({ status, headers, body: Buffer.from(html), tags: ['home'] })
const header = (headers: string[], name: string) => headers[headers.indexOf(name) + 1] ?? ''
const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('how long an answer is kept', () => {
  const life = (control: string, status = 200, more = {}, tags = ['home']) =>
    lifeOf({ status, headers: { 'cache-control': control, ...more }, body: Buffer.alloc(0), tags }, status)

  it('is what Next says', () => {
    expect(life('s-maxage=900, stale-while-revalidate=100')).toEqual({ fresh: 900, stale: 100, storable: true })
  })
  it('is at most five minutes for what is not there', () => {
    expect(life('s-maxage=31536000', 404)).toMatchObject({ fresh: 300, storable: true })
    expect(life('s-maxage=3600, stale-while-revalidate=9999', 410)).toEqual({ fresh: 300, stale: 300, storable: true })
  })
  it('is a moment for a page that no tag can purge', () => {
    expect(life('s-maxage=900, stale-while-revalidate=100', 200, {}, [])).toMatchObject({ fresh: 2, stale: 0 })
  })
  it('is a moment for an old page that Next is about to replace', () => {
    expect(life('s-maxage=900', 200, { 'x-nextjs-cache': 'STALE' }).fresh).toBe(2)
  })
  it.each([
    ['private, no-cache, no-store', 200, {}],
    ['max-age=60', 200, {}],
    ['', 200, {}],
    ['private, s-maxage=60', 200, {}],
    ['s-maxage=60', 500, {}],
    ['s-maxage=60', 302, {}],
    ['s-maxage=60', 200, { 'set-cookie': 'a=b' }],
  ])('is not at all for %s with %i', (control, status, more) => {
    expect(life(control, status, more).storable).toBe(false)
  })
})

describe('a composed answer', () => {
  it('names the scripts of its page, and no other script runs', async () => {
    const theme = "document.documentElement.dataset.theme='dark'"
    const html = page(
      `<script>${theme}</script><script type="application/ld+json">{"a":1}</script>`,
      '<script src="/x.js" async=""></script>',
    )
    const policy = header((await compose(html)).headers, 'Content-Security-Policy')
    expect(policy).toContain(`script-src 'self' ${sourceOf(theme)};`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("object-src 'none'")
  })

  it('lets browsers ask every time and caches keep it', async () => {
    const { headers } = await compose(page())
    expect(header(headers, 'Cache-Control')).toBe(
      'public, max-age=0, must-revalidate, s-maxage=900, stale-while-revalidate=85500',
    )
  })

  it('takes its status from its head, and from nowhere else', async () => {
    const meta = '<meta name="bozor-status" content="410"/>'
    expect((await compose(page(meta))).status).toBe(410)
    expect((await compose(page('', meta))).status).toBe(200)
    expect((await compose(page('<meta name="bozor-status" content="500"/>'))).status).toBe(200)
  })

  it('carries no cookie and nothing of Next’s own', async () => {
    const { headers, storable } = await compose(page(), { ...kept, 'set-cookie': 'sid=1', 'x-nextjs-cache': 'HIT' })
    expect(headers.join('\n')).not.toMatch(/sid=1|x-nextjs/i)
    expect(storable).toBe(false)
  })

  it('is small: compressed twice when it pays, plain when it does not', async () => {
    const large = await compose(page('', '<p>Choynak</p>'.repeat(500)))
    expect(large.plain).toBeUndefined()
    expect(large.br?.length).toBeLessThan(500)
    expect((await compose(page())).plain).toBeDefined()
  })
})

describe('scripts in a page', () => {
  const push = (text: string) => `<script>self.__next_f.push([1,${JSON.stringify(text)}])</script>`

  it('become one where Next wrote many side by side, and say the same', () => {
    const html = `<script>(self.__next_f=self.__next_f||[]).push([0])</script>${push('a)')}${push('b\\u003c/script>')}<p></p>${push('c')}`
    const joined = joinFlight(html)
    expect(joined.match(/<script>/g)).toHaveLength(3)
    const run = (text: string) => {
      const self: { __next_f?: unknown[] } = {}
      for (const [, code = ''] of text.matchAll(/<script>(.*?)<\/script>/g)) new Function('self', code)(self)
      return self.__next_f
    }
    expect(run(joined)).toEqual(run(html))
  })

  it('of the same text are named once', () => {
    expect(hashInlineScripts('<script>a()</script><script>a()</script><script id="x">b()</script>')).toHaveLength(2)
    expect(hashInlineScripts('<script data-late="/_next/static/a.js"></script>')).toEqual([])
  })
})
