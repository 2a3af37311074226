import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { securityHeaders } from './security-headers.mjs'
import { encodingFor, isKnown } from './send-answer.mjs'
import { sendReady, takesReady } from './send-ready.mjs'

/** @typedef {import('./send-answer.mjs').Encoding} Encoding */
/** One encoding of a file; `headers` is flat: name, value, name, value. @typedef {{ body: Buffer, headers: string[] }} Form */
/** @typedef {{ etag: string, plain: Form, br?: Form, gzip?: Form }} File */

const prefix = '/_next/static/'

/** @type {Record<string, string>} */
const types = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const unchanging = { state: '', age: 0 }
const missing = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'private, no-store']
const onEvery = securityHeaders.flatMap(({ key, value }) => [key, value])

/**
 * The build's own scripts, styles and fonts, from memory: named by what is in them, they never change, and the build has
 * packed them as small as they get (scripts/pack-static.ts). All of them are two megabytes.
 * @param {string} dir
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 * false where it is none of them, and Next's to answer
 */
export function createStaticFiles(dir) {
  const files = readFiles(dir)
  return (request, response) => {
    const { method, url = '' } = request
    if (files.size === 0 || !url.startsWith(prefix) || (method !== 'GET' && method !== 'HEAD')) return false
    const file = files.get(nameIn(url))
    if (file !== undefined) send(request, response, file)
    // The list is whole: Next would make a page for the same answer.
    else response.writeHead(404, [...onEvery, ...missing]).end('Not found')
    return true
  }
}

/** @param {string} url */
function nameIn(url) {
  const name = url.slice(prefix.length).split('?', 1)[0] ?? ''
  try {
    return name.includes('%') ? decodeURIComponent(name) : name
  } catch {
    return ''
  }
}

/** @param {string} dir */
function readFiles(dir) {
  /** @type {Map<string, File>} */
  const files = new Map()
  const all = fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true, withFileTypes: true }) : []
  for (const entry of all) {
    const type = types[path.extname(entry.name)]
    if (type === undefined || !entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(dir, file).split(path.sep).join('/'), readFile(file, type))
  }
  return files
}

/** @param {string} file @param {string} type @returns {File} */
function readFile(file, type) {
  const plain = fs.readFileSync(file)
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  /** @param {Buffer} body @param {Encoding} encoding @returns {Form} */
  const form = (body, encoding) => {
    const about = ['Content-Type', type, 'Content-Length', String(body.length), 'Accept-Ranges', 'none']
    const kept = ['Cache-Control', 'public, max-age=31536000, immutable', 'Vary', 'Accept-Encoding']
    const packed = encoding === '' ? [] : ['Content-Encoding', encoding]
    return { body, headers: [...onEvery, ...about, ...packed, ...kept, 'ETag', tagIn(etag, encoding)] }
  }
  /** @param {string} ending @param {Encoding} encoding */
  const packed = (ending, encoding) =>
    fs.existsSync(file + ending) ? { [encoding]: form(fs.readFileSync(file + ending), encoding) } : {}
  return { etag, plain: form(plain, ''), ...packed('.br', 'br'), ...packed('.gz', 'gzip') }
}

/** @param {string} etag @param {Encoding} encoding */
const tagIn = (etag, encoding) => `"${etag}${encoding === '' ? '' : `-${encoding}`}"`

/**
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {File} file
 */
function send(request, response, file) {
  const encoding = encodingFor(/** @type {string | undefined} */ (request.headers['accept-encoding']))
  const { body, headers } = (encoding === '' ? undefined : file[encoding]) ?? file.plain
  const known = request.headers['if-none-match']
  if (known === undefined && takesReady(request, response)) {
    return sendReady(response, body, unchanging, () => headers)
  }
  if (isKnown(known, file.etag)) {
    response.writeHead(
      304,
      headers.filter((_, at) => !/^content-/i.test(/** @type {string} */ (headers[at - (at % 2)]))),
    )
    return void response.end()
  }
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}
