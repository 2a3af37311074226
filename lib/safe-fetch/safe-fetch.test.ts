import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createSecure, type Server } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address'
import { type Net, safeFetch } from './safe-fetch'

const closed = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '192.0.0.8',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::1',
  'localhost',
  '',
]

describe('an address', () => {
  it.each(closed)('%s is not the open internet', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450::200e'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
})

/** Whatever knocks here was let through. */
let knocks = 0
const door = createServer((socket) => {
  knocks += 1
  socket.destroy()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  port = (door.address() as AddressInfo).port
})
afterAll(() => void door.close())

const local = (change: Partial<Net> = {}): Net => ({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isOpen: isPublicAddress,
  ports: ['', String(port)],
  ...change,
})

describe('an address that leads inside', () => {
  it.each([
    'https://127.0.0.1:PORT/',
    'https://2130706433:PORT/',
    'https://0177.0.0.1:PORT/',
    'https://0x7f.1:PORT/',
    'https://127.1:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://[::ffff:7f00:1]:PORT/',
    'https://localhost:PORT/',
    'https://rebind.example:PORT/',
    'https://①②⑦.0.0.1:PORT/',
  ])('%s is not connected to', async (address) => {
    const answer = await safeFetch(address.replace('PORT', String(port)), { timeoutMs: 2_000 }, local())
    expect(answer).toMatchObject({ ok: false, code: 'private-address' })
    expect(knocks).toBe(0)
  })
  it.each([
    'http://8.8.8.8/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'https://user:secret@8.8.8.8/',
    'https://8.8.8.8:22/',
    'https://8.8.8.8:5432/',
    'https://8.8.8.8:6379/',
    'data:image/png;base64,AA',
    'no address',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('%s is none', async (address) => {
    expect(await safeFetch(address, {}, local())).toMatchObject({ ok: false, code: 'bad-address' })
  })
  it('is refused when one of several is closed', async () => {
    const both = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    expect(await safeFetch('https://two.example/', {}, local({ resolve: both }))).toMatchObject({
      code: 'private-address',
    })
  })
  it('gets no more time because the name server is slow', async () => {
    const never = () => new Promise<never>(() => undefined)
    expect(await safeFetch('https://slow.example/', { timeoutMs: 50 }, local({ resolve: never }))).toMatchObject({
      code: 'too-slow',
    })
  })
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'bozor-cert-'))
const [keyFile, certFile] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]

/** A certificate of one day for a name that exists nowhere; null on a machine without openssl. */
const certificate = (() => {
  const what = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=goods.example']
  const names = ['-addext', 'subjectAltName=DNS:goods.example', '-keyout', keyFile, '-out', certFile]
  try {
    execFileSync('openssl', [...what, ...names], { stdio: 'ignore' })
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()

describe.skipIf(certificate === null)('an address that is open', () => {
  let server: Server
  let asked = 0
  let net: Net
  beforeAll(async () => {
    server = createSecure({ ...certificate }, (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: `https://127.0.0.1:${port}/` }).end()
      else if (request.url === '/missing') response.writeHead(404).end('secret')
      else if (request.url === '/big') response.end(Buffer.alloc(5_000))
      else if (request.url === '/liar') {
        response.writeHead(200, { 'transfer-encoding': 'chunked' })
        response.end(Buffer.alloc(5_000))
      } else if (request.url === '/slow') response.write('a')
      else response.setHeader('content-type', 'image/png').end('picture')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const own = (server.address() as AddressInfo).port
    net = {
      resolve: async () => {
        asked += 1
        return [{ address: '127.0.0.1', family: 4 }]
      },
      isOpen: () => true,
      ports: [String(own)],
      ca: certificate?.cert ?? '',
    }
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const get = (file: string, limits = {}) =>
    safeFetch(`https://goods.example:${net.ports[0]}${file}`, { maxBytes: 1_000, timeoutMs: 1_500, ...limits }, net)

  it('is read, and its name is asked for once', async () => {
    asked = 0
    const got = await get('/')
    expect(got.ok && got.value.bytes.toString()).toBe('picture')
    expect(asked).toBe(1)
  })
  it('leads nowhere else', async () => {
    expect(await get('/moved')).toMatchObject({ code: 'redirected' })
    expect(knocks).toBe(0)
  })
  it('is bounded in bytes, told or not, and in time', async () => {
    expect(await get('/big')).toMatchObject({ code: 'too-large' })
    expect(await get('/liar')).toMatchObject({ code: 'too-large' })
    expect(await get('/slow', { timeoutMs: 200 })).toMatchObject({ code: 'too-slow' })
  })
  it('shows nothing of a wrong answer', async () => {
    expect(await get('/missing')).toEqual({ ok: false, code: 'bad-answer' })
  })
  it('needs a certificate of its name', async () => {
    const { ca: _, ...other } = net
    expect(await safeFetch(`https://goods.example:${net.ports[0]}/`, {}, other)).toMatchObject({
      code: 'unreachable',
    })
  })
})
