/** @typedef {import('./page-cache.mjs').Found} Found */

/**
 * The start of an answer as it goes out, good for one second of one state.
 * @typedef {{ second: number, age: number, state: string, bytes: Buffer }} Head
 */

/** @type {WeakMap<Buffer, Head>} */
const heads = new WeakMap()

/**
 * Whether an answer can go out in bytes made before: a plain request of a connection that stays, and whose turn it is.
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
export function takesReady({ method, httpVersionMinor }, response) {
  return method === 'GET' && httpVersionMinor === 1 && response.shouldKeepAlive && response.socket?.writable === true
}

/**
 * Node checks and joins every header anew at every answer, which costs as much as all the rest of a kept page. These
 * are the same bytes, joined once a second. `_header` is how Node itself remembers that a head is made and `_headerSent`
 * that it is on its way; the rest of the answer, and the life of the connection, stay Node's.
 * @param {import('node:http').ServerResponse} response @param {Buffer} body @param {Found} found
 * @param {() => readonly string[]} headers flat: name, value, name, value
 */
export function sendReady(response, body, { state, age }, headers) {
  const socket = /** @type {import('node:net').Socket & { server?: import('node:http').Server }} */ (response.socket)
  const second = Math.floor(Date.now() / 1000)
  let head = heads.get(body)
  if (head === undefined || head.second !== second || head.age !== age || head.state !== state) {
    const bytes = Buffer.from(textOf(headers(), second, socket.server?.keepAliveTimeout ?? 0), 'latin1')
    head = { second, age, state, bytes }
    heads.set(body, head)
  }
  const known = /** @type {typeof response & { _header: string, _headerSent: boolean }} */ (response)
  known._header = 'made before'
  known._headerSent = true
  socket.cork()
  socket.write(head.bytes)
  response.end(body)
  socket.uncork()
}

/** @param {readonly string[]} headers @param {number} second @param {number} timeout */
function textOf(headers, second, timeout) {
  let text = 'HTTP/1.1 200 OK\r\n'
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`
  text += `Date: ${new Date(second * 1000).toUTCString()}\r\nConnection: keep-alive\r\n`
  if (timeout >= 1000) text += `Keep-Alive: timeout=${Math.floor(timeout / 1000)}\r\n`
  return `${text}\r\n`
}
