/** @typedef {import('./compose-answer.mjs').Answer} Answer */
import { gunzipSync } from 'node:zlib'

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

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @param {{ state: string, age: number, noindex: boolean }} about
 */
export function sendAnswer(request, response, answer, { state, age, noindex }) {
  const encoding =
    answer.plain === undefined ? encodingFor(/** @type {string} */ (request.headers['accept-encoding'])) : ''
  const tag = encoding === '' ? answer.etag : `${answer.etag}-${encoding}`
  const headers = answer.headers.concat('ETag', `"${tag}"`, 'X-Page-Cache', state)
  if (age > 0) headers.push('Age', String(age))
  if (noindex) headers.push('X-Robots-Tag', 'noindex')
  if (answer.status === 200 && isKnown(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  const body = (encoding === 'br' ? answer.br : encoding === 'gzip' ? answer.gzip : answer.plain) ?? unpacked(answer)
  if (encoding !== '') headers.push('Content-Encoding', encoding)
  headers.push('Content-Length', String(body.length))
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Clients that take nothing packed are rare; keeping a page for them would cost the room of six others. @param {Answer} answer */
const unpacked = ({ gzip }) => (gzip === undefined ? Buffer.alloc(0) : gunzipSync(gzip))
