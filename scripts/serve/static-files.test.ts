import fs from 'node:fs'
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packStatic } from '../pack-static'
import { createStaticFiles } from './static-files.mjs'

const script = `/* ${'every word of it is said again and again, '.repeat(200)} */`
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'static-'))
let server: Server
let port: number
beforeAll(async () => {
  fs.mkdirSync(path.join(dir, 'chunks/[locale]'), { recursive: true })
  fs.writeFileSync(path.join(dir, 'chunks/a~b.js'), script)
  fs.writeFileSync(path.join(dir, 'chunks/[locale]/page.css'), script)
  fs.writeFileSync(path.join(dir, 'chunks/small.js'), 'void 0')
  fs.writeFileSync(path.join(dir, 'onest.woff2'), Buffer.alloc(5000, 7))
  await packStatic(dir)
  const answer = createStaticFiles(dir)
  server = createServer((asked, response) => {
    if (!answer(asked, response)) response.writeHead(418).end('left to Next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  fs.rmSync(dir, { recursive: true })
})

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }
const ask = (address: string, headers: OutgoingHttpHeaders = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ port, path: address, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject).end()
  })

const chunk = '/_next/static/chunks/a~b.js'
const forms = [
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
] as const

it.each(forms)('sends to %s what it takes, whole and for ever', async (line, encoding, unpack) => {
  for (const agent of [{}, { connection: 'keep-alive' }]) {
    const { status, headers, body } = await ask(chunk, { ...agent, 'accept-encoding': line })
    expect([status, headers['content-encoding'], unpack(body).toString() === script]).toEqual([200, encoding, true])
    expect(headers['content-length']).toBe(String(body.length))
    expect(headers).toMatchObject({
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
  }
})

it('knows what the client has, in whatever encoding, and tells the encodings apart', async () => {
  const tags = new Set<string | undefined>()
  for (const [line] of forms) {
    const { headers } = await ask(chunk, { 'accept-encoding': line })
    tags.add(headers.etag)
    const again = await ask(chunk, { 'accept-encoding': 'br', 'if-none-match': `"other", W/${headers.etag}` })
    expect([again.status, again.body.length, again.headers['content-length']]).toEqual([304, 0, undefined])
    expect(again.headers['cache-control']).toContain('immutable')
  }
  expect(tags.size).toBe(3)
  expect((await ask(chunk, { 'if-none-match': '"other"' })).status).toBe(200)
})

it('says by HEAD what it would send', async () => {
  const whole = await ask(chunk, { 'accept-encoding': 'br' })
  const { status, headers, body } = await ask(chunk, { 'accept-encoding': 'br' }, 'HEAD')
  expect([status, body.length]).toEqual([200, 0])
  expect({ ...headers, date: '' }).toEqual({ ...whole.headers, date: '' })
})

it('sends a part to nobody: who asks for one is sent the whole, and told so', async () => {
  const { status, headers, body } = await ask(chunk, { range: 'bytes=0-9' })
  expect([status, headers['accept-ranges'], body.length]).toEqual([200, 'none', script.length])
})

it('packs neither what is small nor what is packed', async () => {
  for (const [name, type] of [
    ['chunks/small.js', 'application/javascript; charset=UTF-8'],
    ['onest.woff2', 'font/woff2'],
  ]) {
    const { headers } = await ask(`/_next/static/${name}`, { 'accept-encoding': 'br, gzip' })
    expect([headers['content-type'], headers['content-encoding']]).toEqual([type, undefined])
  }
})

it('finds a name however it is written, and whatever is asked beside it', async () => {
  for (const name of ['chunks/%5Blocale%5D/page.css', 'chunks/[locale]/page.css?dpl=1'])
    expect((await ask(`/_next/static/${name}`)).headers['content-type']).toBe('text/css; charset=UTF-8')
})

it('keeps no answer about what is not there, and leaves the rest to Next', async () => {
  for (const name of ['chunks/gone.js', 'chunks/a~b.js.br', '../secret.js', '%', 'chunks/..%2F..%2Fsecret.js', '']) {
    const { status, headers } = await ask(`/_next/static/${name}`)
    expect([name, status, headers['cache-control']]).toEqual([name, 404, 'private, no-store'])
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
  expect((await ask('/_next/image?url=x')).status).toBe(418)
  expect((await ask('/uz')).status).toBe(418)
  expect((await ask(chunk, {}, 'POST')).status).toBe(418)
})

it('leaves everything to Next where nothing is built', async () => {
  const answer = createStaticFiles(path.join(dir, 'nothing'))
  expect(answer({ method: 'GET', url: chunk, headers: {} } as never, {} as never)).toBe(false)
})
