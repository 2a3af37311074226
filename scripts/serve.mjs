// The web process: Next's own handler behind a listener that decides who the client is.
// Plain JavaScript: the TypeScript loader would stay in the memory of the one process that has to be small.
import http from 'node:http'
import { BlockList, isIP } from 'node:net'
import next from 'next'

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const trusted = trustedProxies(process.env.TRUSTED_PROXIES ?? '')

const server = http.createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000, requestTimeout: 120_000 })
// Next reads the port for absolute addresses of its own.
const app = next({ dev, quiet: !dev, dir: process.cwd(), port, hostname: 'localhost', httpServer: server })

await app.prepare()
const handle = app.getRequestHandler()
server.on('request', (request, response) => {
  overwriteForwarded(request)
  handle(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.on('error', (error) => {
  console.error(`✗ The web server cannot listen on port ${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, () => process.send?.('ready'))

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

function trustedProxies(text) {
  const list = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), family)
    else list.addAddress(address, family)
  }
  return list
}

function isTrusted(address) {
  const version = isIP(address)
  return version > 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** Next keeps what a client sends in these headers; rate limits and address lists depend on them being true. */
function overwriteForwarded(request) {
  const { headers, socket } = request
  const peer = plain(socket.remoteAddress ?? '')
  const behindProxy = isTrusted(peer)
  const chain = behindProxy
    ? [
        ...String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .map(plain)
          .filter(isAddress),
        peer,
      ]
    : [peer]
  headers['x-forwarded-for'] = chain.findLast((address) => !isTrusted(address)) ?? chain[0]
  const claimed = behindProxy ? String(headers['x-forwarded-proto'] ?? '') : ''
  headers['x-forwarded-proto'] = claimed.split(',').at(-1)?.trim() === 'https' ? 'https' : 'http'
  if (!behindProxy || !headers['x-forwarded-host']) headers['x-forwarded-host'] = headers.host ?? ''
  delete headers['x-forwarded-port']
  delete headers['x-real-ip']
  delete headers.forwarded
}

function isAddress(text) {
  return isIP(text) > 0
}

function plain(address) {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
}
