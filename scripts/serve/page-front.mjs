import { isMarked, markPath, unmark } from '../../lib/experiment/trial.mjs'
import { chooseTrials } from './choose-trials.mjs'
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
 * @param {{ built: import('./page-routes.mjs').Built, handle: (request: Request, response: Response) => Promise<void>, host: string, limit: number, secure?: boolean, untilOf?: (path: string) => Promise<string[] | null>, onError: (error: unknown) => void }} options
 * `untilOf` knows cheaply of some addresses that they lead nowhere, until one of the tags that it answers with changes.
 */
export function createPageFront({ built, handle, host, limit, secure = false, untilOf = async () => null, onError }) {
  const { addressOf } = pageRoutes(built)
  const render = createRenderer(handle, host)
  const queue = createQueue(rendersAtOnce, rendersWaiting)
  const cache = createPageCache({ make, limit })
  /** @param {string | null | undefined} locale */
  const missingPage = (locale) => (locale ? `/${locale}/missing` : nowhere)

  /** @param {string} key @returns {Promise<Answer>} */
  async function make(key) {
    const until = await untilOf(key).catch(() => null)
    if (until !== null) {
      const readable = (await cache.get(missingPage(key.split('/', 2)[1]))).answer
      return { ...readable, tags: [...new Set([...until, ...readable.tags])], shared: true }
    }
    const rendered = await queue(() => render(key))
    if (key === nowhere) {
      // Next keeps this one page out of all caches; it is as static as the others, and shows nothing that changes.
      rendered.headers['cache-control'] = 's-maxage=300, stale-while-revalidate=300'
      rendered.tags.push(nowhere)
    }
    // A page with other options than usual is the visitor's own address to everything that reads it.
    if (isMarked(key)) rendered.body = Buffer.from(unmark(rendered.body.toString(), key))
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
    const url = request.url ?? ''
    if (!isPlain(request) && !isMarked(url) && !isDisguised(url)) return false
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    const noindex = at >= 0 && isFiltered(path, url.slice(at + 1))
    // Only this front itself asks for such pages.
    const marked = isMarked(path)
    const there = marked ? null : cache.peek(path)
    if (there !== null) {
      show(request, response, path, there, noindex)
      return true
    }
    const address = addressOf(path)
    if (address.kind === 'other' && !marked) return false
    // Nothing has so long an address, and its name would take more room than it is worth.
    const known = address.kind === 'page' && path.length <= longestKey
    const key = known ? path : missingPage(address.kind === 'page' ? path.split('/', 2)[1] : address.locale)
    cache.get(key).then(
      (found) => show(request, response, key, found, noindex),
      (error) => fail(response, error),
    )
    return true
  }

  /**
   * A page on which something is tried has a key for each variant; any other has one, and no cookie is looked at.
   * @param {Request} request @param {Response} response @param {string} path @param {import('./page-cache.mjs').Found} found @param {boolean} noindex
   */
  function show(request, response, path, found, noindex) {
    const { trials } = found.answer
    if (trials === undefined && !noindex) return sendAnswer(request, response, found)
    const send = (/** @type {typeof found} */ one, /** @type {string[]} */ cookies) =>
      sendAnswer(request, response, one, { noindex, cookies })
    if (trials === undefined) return send(found, [])
    const { options, cookies } = chooseTrials(trials, request.headers, { secure })
    if (options.length === 0) return send(found, cookies)
    cache.get(markPath(path, options)).then(
      // What has ended in this very moment is not shown, and not counted.
      (own) => (own.answer.trials === undefined ? send(found, []) : send(own, cookies)),
      (error) => {
        onError(error)
        send(found, [])
      },
    )
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

  return { answer, isShared, purge: cache.purge, doubt: cache.doubt, stats: cache.stats }
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

/** No address here begins with an escaped letter: one that does is a marked page, or a desk, written in another way. */
const isDisguised = (/** @type {string} */ url) => /^\/[^/?]*%/.test(url)

/** A category's address with a choice in it is the same page, and not one for an index. @param {string} path @param {string} query */
function isFiltered(path, query) {
  if (!/^\/[^/]+\/c\//.test(path)) return false
  return query.split('&').some((pair) => pair !== '' && !counted.test(pair))
}
