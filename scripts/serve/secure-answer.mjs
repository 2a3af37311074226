import { randomBytes } from 'node:crypto'
import { noncePolicy, securityHeaders } from './security-headers.mjs'

/**
 * What Next answers by itself gets the headers that every answer has; its redirects for one come without any. A page
 * made for this visitor gets a policy with a word of its own, which Next writes on its scripts when the request names it.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {boolean} shared whether the address is a page for everybody: Next would keep it with this visitor's word in it
 */
export function secureAnswer(request, response, shared) {
  // Nobody outside chooses the word, and nobody is shown what they sent.
  for (const name of ['content-security-policy', 'content-security-policy-report-only', 'x-nonce'])
    delete request.headers[name]
  const nonce = shared || isMachine(request) ? null : randomBytes(16).toString('base64url')
  if (nonce !== null) request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
  const writeHead = response.writeHead
  response.writeHead = /** @param {any[]} given */ (...given) => {
    for (const { key, value } of securityHeaders) if (!response.hasHeader(key)) response.setHeader(key, value)
    if (nonce !== null && isOwnPage(response)) response.setHeader('Content-Security-Policy', noncePolicy(nonce))
    return Reflect.apply(writeHead, response, given)
  }
}

/** @param {import('node:http').IncomingMessage} request */
const isMachine = ({ headers, url = '' }) => headers.rsc !== undefined || /^\/(?:_next|api)\/|\.rsc(?:\?|$)/.test(url)

/** What Next had ready for everybody carries no word. @param {import('node:http').ServerResponse} response */
const isOwnPage = (response) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/html') &&
  /private|no-store/.test(String(response.getHeader('cache-control') ?? ''))
