/** @typedef {import('./compose-answer.mjs').Answer} Answer */
import { gunzipSync } from 'node:zlib'
import { sendReady, takesReady } from './send-ready.mjs'

/** @typedef {'br' | 'gzip' | ''} Encoding */

/** @type {Map<string, Encoding>} */
const known = new Map()

/** The best encoding that a client accepts; browsers send a handful of different lines. @param {string | undefined} line */
export function encodingFor(line = '') {
  const before = known.get(line)
  if (before !== undefined) return before
  const encoding = accepts(line, 'br') ? 'br' : accepts(line, 'gzip') ? 'gzip' : ''
  if (known.size < 200 && line.length < 200) known.set(line, encoding)
  return encoding
}

/** @param {string} line @param {string} name */
function accepts(line, name) {
  for (const part of line.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((word) => word.trim())
    if (coding !== name && !(coding === '*' && name === 'gzip')) continue
    const quality = parameters.find((word) => word.startsWith('q='))
    return quality === undefined || Number(quality.slice(2)) > 0
  }
  return false
}

/** Whether the client has this content already, in whatever encoding. @param {string | undefined} line @param {string} etag */
export function isKnown(line, etag) {
  if (line === undefined) return false
  if (line.trim() === '*') return true
  return line.split(',').some((one) => {
    const [, tag = ''] = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(one) ?? []
    return tag === etag || tag === `${etag}-br` || tag === `${etag}-gzip`
  })
}

/** @typedef {import('./page-cache.mjs').Found} Found */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * The header of an answer in one encoding, made once: only its state and its age, at the end, differ by request.
 * @type {WeakMap<Buffer, string[]>}
 */
const made = new WeakMap()

/** @param {Answer} answer @param {Encoding} encoding @param {Buffer} body @param {Found} found */
function headersOf(answer, encoding, body, { state, age }) {
  let headers = made.get(body)
  if (headers === undefined) {
    const tag = encoding === '' ? answer.etag : `${answer.etag}-${encoding}`
    const about = ['Content-Length', String(body.length), 'ETag', `"${tag}"`, 'X-Page-Cache', '', 'Age', '']
    headers = [...answer.headers, ...(encoding === '' ? [] : ['Content-Encoding', encoding]), ...about]
    made.set(body, headers)
  }
  headers[headers.length - 3] = state
  headers[headers.length - 1] = String(age)
  return headers
}

const usual = { noindex: false, cookies: /** @type {string[]} */ ([]) }

/**
 * @param {Request} request
 * @param {Response} response
 * @param {Found} found
 * @param {{ noindex: boolean, cookies: string[] }} [added]
 */
export function sendAnswer(request, response, found, { noindex, cookies } = usual) {
  const { answer } = found
  const line = /** @type {string | undefined} */ (request.headers['accept-encoding'])
  const encoding = answer.plain === undefined ? encodingFor(line) : ''
  const body = (encoding === 'br' ? answer.br : encoding === 'gzip' ? answer.gzip : answer.plain) ?? unpacked(answer)
  const known = request.headers['if-none-match']
  const isUsual = answer.status === 200 && known === undefined && !noindex && cookies.length === 0 && encoding !== ''
  if (isUsual && takesReady(request, response)) {
    return sendReady(response, body, found, () => headersOf(answer, encoding, body, found))
  }
  const headers = headersOf(answer, encoding, body, found)
  let complete = noindex ? [...headers, 'X-Robots-Tag', 'noindex'] : headers
  if (cookies.length > 0) complete = [...complete, ...cookies.flatMap((cookie) => ['Set-Cookie', cookie])]
  if (answer.status === 200 && isKnown(known, answer.etag)) {
    response.writeHead(304, without(complete, /^content-(length|encoding)$/i))
    response.end()
    return
  }
  response.writeHead(answer.status, complete)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** @param {string[]} headers @param {RegExp} names */
const without = (headers, names) =>
  headers.filter((_, at) => !names.test(/** @type {string} */ (headers[at - (at % 2)])))

/** Clients that take nothing packed are rare; keeping a page for them would cost the room of six others. @param {Answer} answer */
const unpacked = ({ gzip }) => (gzip === undefined ? Buffer.alloc(0) : gunzipSync(gzip))
