import { composeAnswer } from './compose-answer.mjs'
import { createPageCache } from './page-cache.mjs'
import { pageRoutes } from './page-routes.mjs'
import { createRenderer } from './render-page.mjs'
import { createQueue, TooManyError } from './render-queue.mjs'
import { securityHeaders } from './security-headers.mjs'
import { sendAnswer } from './send-answer.mjs'

/** @typedef {import('./compose-answer.mjs').Answer} Answer */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** Matches no route: Next answers with the page that speaks every language. */
const nowhere = '/-/-/-'
const longestKey = 512
const rendersAtOnce = 6
const rendersWaiting = 2000
const counted = /^utm_/

/**
 * The pages that are the same for everybody, answered before Next is asked.
 * @param {{ built: import('./page-routes.mjs').Built, handle: (request: Request, response: Response) => Promise<void>, host: string, limit: number, onError: (error: unknown) => void }} options
 */
export function createPageFront({ built, handle, host, limit, onError }) {
  const { addressOf } = pageRoutes(built)
  const render = createRenderer(handle, host)
  const queue = createQueue(rendersAtOnce, rendersWaiting)
  const cache = createPageCache({ make, limit })
  /** @param {string | null | undefined} locale */
  const missingPage = (locale) => (locale ? `/${locale}/missing` : nowhere)

  /** @param {string} key @returns {Promise<Answer>} */
  async function make(key) {
    const rendered = await queue(() => render(key))
    if (key === nowhere) {
      // Next keeps this one page out of all caches; it is as static as the others, and shows nothing that changes.
      rendered.headers['cache-control'] = 's-maxage=300, stale-while-revalidate=300'
      rendered.tags.push(nowhere)
    }
    const answer = await composeAnswer(rendered)
    const instead = missingPage(key.split('/', 2)[1])
    if (rendered.status !== 404 || key === nowhere || key === instead) return answer
    // Without JavaScript what Next writes for a page that is not found is blank.
    const readable = (await cache.get(instead)).answer
    const { status, fresh, stale, storable } = answer
    const tags = [...new Set([...answer.tags, ...readable.tags])]
    return { ...readable, status, fresh, stale, storable, tags, shared: true }
  }

  /**
   * Answers if it is a page of everybody's, or leads nowhere; false leaves the request to Next.
   * @param {Request} request @param {Response} response
   */
  function answer(request, response) {
    if (!isPlain(request)) return false
    const url = request.url ?? ''
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    const noindex = at >= 0 && isFiltered(path, url.slice(at + 1))
    const there = cache.peek(path)
    if (there !== null) {
      sendAnswer(request, response, there.answer, { ...there, noindex })
      return true
    }
    const address = addressOf(path)
    if (address.kind === 'other') return false
    // Nothing has so long an address, and its name would take more room than it is worth.
    const known = address.kind === 'page' && path.length <= longestKey
    const key = known ? path : missingPage(address.kind === 'page' ? path.split('/', 2)[1] : address.locale)
    cache.get(key).then(
      (found) => sendAnswer(request, response, found.answer, { ...found, noindex }),
      (error) => fail(response, error),
    )
    return true
  }

  /** @param {Response} response @param {unknown} error */
  function fail(response, error) {
    const busy = error instanceof TooManyError
    if (!busy) onError(error)
    for (const { key, value } of securityHeaders) if (!response.headersSent) response.setHeader(key, value)
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' }
    if (!response.headersSent) response.writeHead(busy ? 503 : 500, { ...headers, 'Retry-After': '2' })
    response.end(busy ? 'Busy. Please try again in a moment.' : 'Internal Server Error')
  }

  /** Whether an address is a page for everybody, whoever asks for it and how. @param {string} url */
  const isShared = (url) => addressOf(url.split('?', 1)[0] ?? '').kind === 'page'

  return { answer, isShared, purge: cache.purge, stats: cache.stats }
}

/** A browser or an engine that wants a document, not one of Next's own conversations. @param {Request} request */
function isPlain({ method, headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (headers.rsc !== undefined || headers['next-action'] !== undefined || headers.authorization !== undefined)
    return false
  if (headers['next-router-prefetch'] !== undefined || headers['next-router-state-tree'] !== undefined) return false
  if (headers['next-router-segment-prefetch'] !== undefined) return false
  return !(headers.cookie?.includes('__prerender_bypass') ?? false)
}

/** A category's address with a choice in it is the same page, and not one for an index. @param {string} path @param {string} query */
function isFiltered(path, query) {
  if (!/^\/[^/]+\/c\//.test(path)) return false
  return query.split('&').some((pair) => pair !== '' && !counted.test(pair))
}
