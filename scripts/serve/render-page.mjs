import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/**
 * @typedef {object} Rendered
 * @property {number} status
 * @property {import('node:http').OutgoingHttpHeaders} headers
 * @property {Buffer} body
 * @property {string[]} tags what the page shows, as the invalidation names it
 */

// Next's own place for notes about a request; a note of this name is told every cached page with its tags.
const notes = Symbol.for('NextInternalRequestMeta')
const patience = 30_000

/**
 * Asks Next for a page in nobody's name: the request carries no header of any visitor, so neither can the answer.
 * @param {(request: IncomingMessage, response: ServerResponse) => Promise<void>} handle
 * @param {string} host
 * @returns {(path: string) => Promise<Rendered>}
 */
export function createRenderer(handle, host) {
  return (path) => {
    /** @type {Set<string>} */
    const tags = new Set()
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: path })
    request.headers = { host, accept: 'text/html', 'accept-encoding': 'identity', 'x-forwarded-host': host }
    request.push(null)
    Reflect.set(request, notes, {
      onCacheEntry: async (/** @type {{ value?: { headers?: Record<string, unknown> } }} */ entry) => {
        const named = String(entry.value?.headers?.['x-next-cache-tags'] ?? '')
        // Next's own names for folders and files are of no use to anybody here.
        for (const tag of named.split(',')) if (tag && !tag.startsWith('_N_T_')) tags.add(tag)
        return false
      },
    })
    return collect(request, handle).then((answer) => ({ ...answer, tags: [...tags] }))
  }
}

/**
 * @param {IncomingMessage} request
 * @param {(request: IncomingMessage, response: ServerResponse) => Promise<void>} handle
 * @returns {Promise<Omit<Rendered, 'tags'>>}
 */
function collect(request, handle) {
  return new Promise((resolve, reject) => {
    const response = new ServerResponse(request)
    const timer = setTimeout(() => fail(new Error(`${request.url}: no page after ${patience} ms`)), patience)
    /** @type {Buffer[]} */
    const chunks = []
    /** @param {unknown} error */
    const fail = (error) => {
      clearTimeout(timer)
      response.emit('close')
      reject(error)
    }
    const keep = (/** @type {unknown} */ chunk, /** @type {unknown} */ encoding) => {
      if (typeof chunk === 'string')
        chunks.push(
          Buffer.from(chunk, typeof encoding === 'string' ? /** @type {BufferEncoding} */ (encoding) : 'utf8'),
        )
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    /** @param {unknown} chunk @param {unknown} encoding @param {unknown} done */
    const write = (chunk, encoding, done) => {
      keep(chunk, encoding)
      const call = typeof encoding === 'function' ? encoding : done
      if (typeof call === 'function') process.nextTick(call)
      return true
    }
    /** @param {unknown} chunk @param {unknown} encoding @param {unknown} done */
    const end = (chunk, encoding, done) => {
      const call = [chunk, encoding, done].find((one) => typeof one === 'function')
      if (typeof chunk !== 'function') keep(chunk, encoding)
      clearTimeout(timer)
      response.finished = true
      resolve({ status: response.statusCode, headers: headersOf(response), body: Buffer.concat(chunks) })
      process.nextTick(() => {
        if (typeof call === 'function') call()
        response.emit('finish')
        response.emit('close')
      })
      return response
    }
    const writeHead = (/** @type {number} */ status, /** @type {unknown[]} */ ...more) => {
      response.statusCode = status
      const given = more.findLast((one) => typeof one === 'object' && one !== null)
      for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value)
      return response
    }
    Object.assign(response, { write, end, writeHead, flushHeaders: () => {} })
    handle(request, response).catch(fail)
  })
}

/** @param {ServerResponse} response */
const headersOf = (response) => ({ ...response.getHeaders() })
