import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { delayAnswer, delayScripts } from './delay-scripts.mjs'

const chunk = (name: string, more = '') => `<script src="/_next/static/chunks/${name}.js"${more}></script>`
const late = (name: string, more = '') => `<script data-late="/_next/static/chunks/${name}.js"${more}></script>`

describe('the scripts of a page', () => {
  it('wait for its visitor, whatever else stands on them', () => {
    const html = chunk('a', ' async=""') + chunk('b', ' async="" nonce="w0rd"') + chunk('c', ' id="_R_" async=""')
    expect(delayScripts(html)).toBe(late('a') + late('b', ' nonce="w0rd"') + late('c', ' id="_R_"'))
  })

  it('are not fetched before the pictures of the first screen', () => {
    const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>'
    const style = '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>'
    expect(delayScripts(preload + style)).toBe(style)
  })

  it.each([
    ['what is written into the page', '<script>self.__next_f.push([1,"a"])</script>'],
    ['what old browsers need', chunk('old', ' noModule=""')],
    ['what is data', '<script type="application/ld+json">{"src":"/_next/static/chunks/a.js"}</script>'],
    ['what comes from elsewhere', '<script src="https://counter.test/a.js" async=""></script>'],
  ])('without %s', (_, html) => {
    expect(delayScripts(html)).toBe(html)
  })
})

describe('a page that is sent as it grows', () => {
  /** What a client gets of pieces that a handler writes. */
  function sent(url: string, headers: Record<string, string>, pieces: readonly (string | Buffer)[]): string {
    const got: Buffer[] = []
    const take = (piece: string | Buffer) => got.push(Buffer.from(piece)) > 0
    const response = {
      getHeader: (name: string) => headers[name],
      hasHeader: (name: string) => name in headers,
      write: take,
      end: (piece?: string | Buffer) => piece !== undefined && take(piece),
    }
    delayAnswer({ url } as IncomingMessage, response as never)
    for (const piece of pieces.slice(0, -1)) response.write(piece)
    response.end(pieces.at(-1))
    return Buffer.concat(got).toString()
  }
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const script = chunk('a', ' async=""')

  it('has its scripts wait, and its letters whole where a piece ends within one', () => {
    const text = Buffer.from(`<p>Чойнак</p>${script}`)
    expect(sent('/uz/cart', html, [text.subarray(0, 4), text.subarray(4)])).toBe(`<p>Чойнак</p>${late('a')}`)
  })

  it('runs a script as ever that is cut in two', () => {
    expect(sent('/uz/cart', html, [script.slice(0, 20), script.slice(20)])).toBe(script)
  })

  it.each([
    ['a desk', '/uz/seller/products', html],
    ['the operator’s desk', '/ru/admin?a=1', html],
    ['a file', '/uz/cart', { 'content-type': 'application/javascript' }],
    ['a page of a promised length', '/uz/cart', { ...html, 'content-length': '99' }],
  ])('is left as it is when it is %s', (_, url, headers) => {
    expect(sent(url, headers, [script])).toBe(script)
  })

  it('is not a desk by the beginning of its name', () => {
    expect(sent('/uz/sellers', html, [script])).toBe(late('a'))
  })
})
