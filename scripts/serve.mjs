// The web process: Next's own handler behind a listener that decides who the client is, and a cache of finished pages.
// Plain JavaScript: the TypeScript loader would stay in the memory of the one process that has to be small.
import http from 'node:http'
import compression from 'compression'
import next from 'next'
import { delayAnswer } from './serve/delay-scripts.mjs'
import { askedNow, forget, onDoubt, onForget } from './serve/forget.mjs'
import { createPageFront } from './serve/page-front.mjs'
import { readBuilt } from './serve/page-routes.mjs'
import { secureAnswer } from './serve/secure-answer.mjs'
import { createStaticFiles } from './serve/static-files.mjs'
import { forwardedFrom } from './serve/trusted-proxies.mjs'

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const overwriteForwarded = forwardedFrom(process.env.TRUSTED_PROXIES ?? '')

// Payme's endpoint answers every method with its own error; Next refuses the rare ones before the route is asked.
const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const isRare = ({ method, url }) => !known.has(method) && url.split('?')[0] === '/api/payments/payme'

// Next's own knows no brotli, and what it has packed nobody can change any more.
const compress = compression()

const server = http.createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000, requestTimeout: 120_000 })
// Next reads the port for absolute addresses of its own.
const app = next({ dev, quiet: !dev, dir: process.cwd(), port, hostname: 'localhost', httpServer: server })

await app.prepare()
const handler = app.getRequestHandler()
/** @type {typeof handler} */
const handle = (request, response) => askedNow(() => handler(request, response))
// In development nothing is built yet, and every page changes under the hand.
const pages = dev ? null : pageFront()
const answerFile = dev ? () => false : createStaticFiles('.next/static')
// The half of this process that Next has bundled hears what changed, and says so here.
globalThis.bozorForget = dev ? await forgetInDevelopment() : forget
server.on('request', (request, response) => {
  if (isRare(request)) request.method = 'PUT'
  if (pages?.answer(request, response) || answerFile(request, response)) return
  overwriteForwarded(request)
  // Hot reload runs what it gets from text, which no strict policy admits.
  if (pages) secureAnswer(request, response, pages.isShared(request.url ?? ''))
  // Shows a visitor's own cookies to whatever script asks.
  if (request.method === 'TRACE') return void response.writeHead(405, { Allow: 'GET, HEAD, POST' }).end()
  // What a program posts is answered briefly: to compress that costs more than to send it.
  if (request.method !== 'POST' || !request.url?.startsWith('/api/')) compress(request, response, () => undefined)
  if (pages) delayAnswer(request, response)
  handle(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500, { 'Cache-Control': 'private, no-store' })
    response.end()
  })
})
server.on('error', (error) => {
  console.error(`✗ The web server cannot listen on port ${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, () => process.send?.('ready'))

function pageFront() {
  const off = process.env.PAGE_CACHE === 'off'
  const limit = off ? 0 : Number(process.env.PAGE_CACHE_MB ?? 64) * 1_000_000
  const host = `localhost:${port}`
  const secure = process.env.APP_URL?.startsWith('https://') === true
  const built = readBuilt(process.cwd())
  // The half that Next has bundled knows the database.
  /** @param {string} path @returns {Promise<string[] | null>} */
  const untilOf = async (path) => globalThis.bozorNowhere?.(path) ?? null
  const front = createPageFront({ built, handle, host, limit, secure, untilOf, onError: console.error })
  onForget(front.purge)
  onDoubt(front.doubt)
  return front
}

/** Next keeps by its own rules there, and compares what it kept with this list. */
async function forgetInDevelopment() {
  const { default: manifest } = await import('next/dist/server/lib/incremental-cache/tags-manifest.external.js')
  return (tags) => {
    for (const tag of tags) manifest.tagsManifest.set(tag, { expired: performance.timeOrigin + performance.now() })
  }
}

let closing = false
async function close() {
  if (closing) return
  closing = true
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  // Live streams never end by themselves; ordinary answers are done long before.
  const impatient = setTimeout(() => server.closeAllConnections(), 3000)
  await closed
  clearTimeout(impatient)
  const patience = new Promise((resolve) => setTimeout(resolve, 8000))
  // A job that runs is finished before the database goes; the worker keeps itself there for whoever ends the process.
  await Promise.race([Promise.allSettled([globalThis.bozorWorker?.stop(), app.close()]), patience])
  process.exit(0)
}
process.on('SIGTERM', close)
process.on('SIGINT', close)
// The start above was killed outright: nobody else would stop this process.
process.on('disconnect', close)
