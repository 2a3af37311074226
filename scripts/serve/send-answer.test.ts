import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, composeAnswer } from './compose-answer.mjs'
import { encodingFor, isKnown, sendAnswer } from './send-answer.mjs'

const html = `<!DOCTYPE html><html><head><title>Bozor</title></head><body>${'<p>Choynak</p>'.repeat(200)}</body></html>`

describe('what a client accepts', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0', ''],
    ['identity', ''],
    [undefined, ''],
    [', ;q=, br ; q=0.1', 'br'],
  ])('%s → %s', (line, encoding) => expect(encodingFor(line)).toBe(encoding))
})

describe('what a client has already', () => {
  it.each([
    ['"abc"', true],
    ['"abc-br"', true],
    ['W/"abc-gzip"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"abcd"', false],
    ['abc', false],
    [undefined, false],
  ])('%s → %s', (line, known) => expect(isKnown(line, 'abc')).toBe(known))
})

describe('an answer on the wire', () => {
  let answer: Answer
  let port = 0
  const server = http.createServer((request, response) =>
    sendAnswer(request, response, answer, { state: 'hit', age: 5, noindex: request.url === '/filtered' }),
  )
  beforeAll(async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=60' }
    answer = await composeAnswer({ status: 200, headers, body: Buffer.from(html), tags: [] })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => void server.close())

  async function ask(headers: Record<string, string> = {}, method = 'GET', path = '/') {
    const request = http.request({ port, method, path, headers, host: '127.0.0.1' }).end()
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk as Buffer)
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
  }

  it('is the same page in every encoding', async () => {
    const br = await ask({ 'accept-encoding': 'br' })
    const gzip = await ask({ 'accept-encoding': 'gzip' })
    const plain = await ask()
    expect(brotliDecompressSync(br.body).toString()).toBe(html)
    expect(gunzipSync(gzip.body).toString()).toBe(html)
    expect(plain.body.toString()).toBe(html)
    expect(br.headers['content-encoding']).toBe('br')
    expect(Number(br.headers['content-length'])).toBe(br.body.length)
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(br.headers.age).toBe('5')
  })

  it('to HEAD has every header and no body', async () => {
    const head = await ask({ 'accept-encoding': 'br' }, 'HEAD')
    const get = await ask({ 'accept-encoding': 'br' })
    expect(head.body).toHaveLength(0)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.headers.etag).toBe(get.headers.etag)
  })

  it('is 304 without a body for whoever has it', async () => {
    const { headers } = await ask({ 'accept-encoding': 'br' })
    const again = await ask({ 'accept-encoding': 'br', 'if-none-match': String(headers.etag) })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers['cache-control']).toBe(headers['cache-control'])
    expect(again.headers.etag).toBe(headers.etag)
  })

  it('says noindex for a filtered list and nothing otherwise', async () => {
    expect((await ask({}, 'GET', '/filtered')).headers['x-robots-tag']).toBe('noindex')
    expect((await ask()).headers['x-robots-tag']).toBeUndefined()
  })
})
