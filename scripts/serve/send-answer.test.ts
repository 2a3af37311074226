import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, composeAnswer } from './compose-answer.mjs'
import { encodingFor, isKnown, sendAnswer } from './send-answer.mjs'

const html = `<!DOCTYPE html><html><head><title>Bozor</title></head><body>${'<p>Choynak</p>'.repeat(200)}</body></html>`

const added = (url = '') => ({ noindex: url === '/filtered', cookies: url === '/tried' ? ['seen=a', 'bucket=7'] : [] })

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
    sendAnswer(request, response, { answer, state: 'hit', age: 5 }, added(request.url)),
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

  it('goes out in bytes made before with exactly the headers that Node writes itself', async () => {
    const ready = await ask({ 'accept-encoding': 'br' })
    const written = await ask({ 'accept-encoding': 'br' }, 'GET', '/filtered')
    const { 'x-robots-tag': robots, ...same } = written.headers
    expect(robots).toBe('noindex')
    expect({ ...ready.headers, date: '' }).toEqual({ ...same, date: '' })
    expect(Math.abs(Date.parse(String(ready.headers.date)) - Date.now())).toBeLessThan(60_000)
    expect(ready.body).toEqual(written.body)
  })

  it('has the cookies of what is tried, each in a line of its own', async () => {
    const { headers, body } = await ask({ 'accept-encoding': 'br' }, 'GET', '/tried')
    expect(headers['set-cookie']).toEqual(['seen=a', 'bucket=7'])
    expect(brotliDecompressSync(body).toString()).toBe(html)
  })

  /** Everything that comes back for these bytes, until the server closes. */
  async function converse(...requests: string[]) {
    const socket = net.connect(port, '127.0.0.1')
    for (const request of requests) socket.write(request)
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString('latin1')
  }
  const line = (method: string, rest = '') => `${method} / HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\n${rest}\r\n`
  const last = line('GET', 'connection: close\r\n')
  const statuses = (said: string) => said.match(/HTTP\/1\.1 \d+/g)

  it('serves one connection request after request, also when all are asked at once', async () => {
    const asked = [line('GET'), line('HEAD'), line('GET', 'if-none-match: *\r\n'), line('GET'), last]
    const all = await converse(asked.join(''))
    expect(statuses(all)).toEqual(['200', '200', '304', '200', '200'].map((status) => `HTTP/1.1 ${status}`))
    const page = answer.br?.toString('latin1') ?? ''
    expect(all.split(page)).toHaveLength(1 + 3)
  })

  it('closes for whoever asks for that, and for the old protocol', async () => {
    expect(await converse(last)).toContain('Connection: close')
    const old = await converse('GET / HTTP/1.0\r\naccept-encoding: br\r\n\r\n')
    expect(old).toContain('200 OK')
    expect(old).toContain('Connection: close')
  })

  it('ends for Node, too: nothing stays open', async () => {
    const finished = new Promise((resolve) => server.once('request', (_, response) => response.once('close', resolve)))
    await ask({ 'accept-encoding': 'br' })
    await finished
  })
})
