import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip as gzipWith } from 'node:zlib'
import { readTrials } from '../../lib/experiment/trial.mjs'
import { delayScripts } from './delay-scripts.mjs'
import { hashInlineScripts, joinFlight } from './inline-scripts.mjs'
import { lightenFlight } from './lighten-flight.mjs'
import { basePolicy, hashPolicy } from './security-headers.mjs'

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipWith)

/**
 * A complete answer, ready to be sent to anybody. `headers` is flat: name, value, name, value.
 * @typedef {object} Answer
 * @property {number} status
 * @property {string[]} headers
 * @property {string} etag
 * @property {Buffer | undefined} plain kept only where compressing does not pay
 * @property {Buffer | undefined} gzip
 * @property {Buffer | undefined} br
 * @property {string[]} tags
 * @property {number} fresh seconds
 * @property {number} stale seconds after that
 * @property {boolean} storable
 * @property {boolean} shared the bodies belong to another address too
 * @property {import('./choose-trials.mjs').PageTrials} [trials] what is tried on this page: another visitor may see another one
 */

/** @typedef {import('./render-page.mjs').Rendered} Rendered */

const kept = new Set([200, 301, 308, 404, 410])
const longestMissing = 300
const moment = 2
const smallest = 1000
const dropped = /^(x-nextjs-|x-next-|cache-control$|etag$|content-length$|content-encoding$|content-security-policy$)/
const dropsAlso = /^(connection|keep-alive|transfer-encoding|date|set-cookie)$/

/** A page that renders normally says by this that it is not there (any more). */
const marker = /<meta name="bozor-status" content="(404|410)"\s*\/?>/

/** Turns what Next rendered into what is kept: true status, strict policy, both compressions. */
/** @param {Rendered} rendered @returns {Promise<Answer>} */
export async function composeAnswer(rendered) {
  const isHtml = String(rendered.headers['content-type'] ?? '').startsWith('text/html')
  const html = isHtml ? delayScripts(lightenFlight(joinFlight(rendered.body.toString()))) : ''
  const status = isHtml && rendered.status === 200 ? statusIn(html) : rendered.status
  const body = isHtml ? Buffer.from(html) : rendered.body
  const life = lifeOf(rendered, status)
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const large = body.length >= smallest
  const [br, gz] = large ? await Promise.all([smallBrotli(body), gzip(body, { level: 6 })]) : []
  const headers = flatten(rendered.headers)
  headers.push('Content-Security-Policy', isHtml ? hashPolicy(hashInlineScripts(html)) : basePolicy)
  const trials = status === 200 ? readTrials(headOf(html)) : []
  // Nobody in between may keep what depends on a cookie.
  if (trials.length > 0) headers.push('Vary', 'Cookie')
  headers.push('Cache-Control', !life.storable ? 'private, no-store' : trials.length > 0 ? forOne : publicFor(life))
  return {
    status,
    headers,
    etag,
    plain: large ? undefined : body,
    br,
    gzip: gz,
    tags: rendered.tags,
    ...life,
    shared: false,
    ...(trials.length > 0 && { trials }),
  }
}

/** @param {Buffer} body */
const smallBrotli = (body) =>
  brotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })

/** @param {string} html */
const headOf = (html) => html.slice(0, html.indexOf('</head>') + 1)

/** @param {string} html */
function statusIn(html) {
  const found = marker.exec(headOf(html))
  return found === null ? 200 : Number(found[1])
}

/** How long it may be kept; only what Next itself made for everybody is. @param {Rendered} rendered @param {number} status */
export function lifeOf({ headers, tags }, status) {
  const control = String(headers['cache-control'] ?? '')
  const seconds = Number(/s-maxage=(\d+)/.exec(control)?.[1] ?? 0)
  const storable = kept.has(status) && seconds > 0 && !/private|no-store/.test(control) && !headers['set-cookie']
  const after = Number(/stale-while-revalidate=(\d+)/.exec(control)?.[1] ?? 0)
  // What is not there may be made in a minute, by somebody whose tag nobody knows yet.
  const most = status >= 400 ? longestMissing : Number.POSITIVE_INFINITY
  // Nothing could purge a page without tags. And while Next shows an old page it makes the new one: that is fetched soon.
  const fresh = headers['x-nextjs-cache'] === 'STALE' || tags.length === 0 ? moment : seconds
  return { fresh: Math.min(fresh, most), stale: tags.length === 0 ? 0 : Math.min(after, most), storable }
}

const forOne = 'private, max-age=0, must-revalidate'

/** Browsers ask every time, a CDN in front may keep it. @param {{ fresh: number, stale: number }} life */
const publicFor = ({ fresh, stale }) =>
  `public, max-age=0, must-revalidate, s-maxage=${fresh}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`

/** @param {import('node:http').OutgoingHttpHeaders} headers */
function flatten(headers) {
  /** @type {string[]} */
  const flat = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || dropped.test(name) || dropsAlso.test(name)) continue
    for (const one of Array.isArray(value) ? new Set(value) : [value]) flat.push(name, String(one))
  }
  return flat
}
