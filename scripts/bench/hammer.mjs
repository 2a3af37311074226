// Asks for one address over and over, in a process of its own, and reads no more of an answer than where it ends: a load
// generator that takes answers apart is slower than what it is to measure, and makes everything fast look alike.
import net from 'node:net'
import { createHistogram } from 'node:perf_hooks'

/** @typedef {{ url: string, connections: number, seconds: number, headers: Record<string, string> }} Order */

const end = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** Whether an answer is complete, chunk by chunk; throws at one that is not 200. */
function createReader() {
  let head = Buffer.alloc(0)
  let inBody = false
  let left = 0
  let chunked = false
  let tail = Buffer.alloc(0)

  /** @param {Buffer} bytes */
  function begin(bytes) {
    head = head.length === 0 ? bytes : Buffer.concat([head, bytes])
    const at = head.indexOf(end)
    if (at < 0) return null
    const lines = head.latin1Slice(0, at)
    if (!lines.startsWith('HTTP/1.1 200')) throw new Error(`answered ${lines.slice(0, 40)}`)
    const length = /content-length: *(\d+)/i.exec(lines)?.[1]
    chunked = length === undefined
    left = Number(length ?? 0)
    const rest = head.subarray(at + end.length)
    head = Buffer.alloc(0)
    return rest
  }

  /** @param {Buffer} bytes */
  return (bytes) => {
    const body = inBody ? bytes : begin(bytes)
    if (body === null) return false
    inBody = true
    if (chunked) {
      tail = Buffer.concat([tail, body.subarray(-lastChunk.length)]).subarray(-lastChunk.length)
      inBody = !tail.equals(lastChunk)
      if (!inBody) tail = Buffer.alloc(0)
    } else {
      left -= body.length
      inBody = left > 0
    }
    return !inBody
  }
}

/** @param {Order} order */
async function hammer({ url, connections, seconds, headers }) {
  const { hostname, port, host, pathname } = new URL(url)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const asked = Buffer.from(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const times = createHistogram()
  const until = performance.now() + seconds * 1000
  const began = performance.now()

  const keepAsking = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname)
      const isComplete = createReader()
      let sentAt = 0
      const ask = () => {
        sentAt = performance.now()
        socket.write(asked)
      }
      socket.on('error', reject)
      socket.on('close', () => resolve(undefined))
      socket.on('connect', ask)
      socket.on('data', (bytes) => {
        try {
          if (!isComplete(bytes)) return
        } catch (error) {
          reject(error)
          return void socket.destroy()
        }
        times.record(Math.max(1, Math.round((performance.now() - sentAt) * 1000)))
        if (performance.now() < until) ask()
        else socket.end()
      })
    })

  await Promise.all(Array.from({ length: connections }, keepAsking))
  return { rate: times.count / ((performance.now() - began) / 1000), p99: times.percentile(99) / 1000 }
}

process.on('message', (/** @type {Order} */ order) =>
  hammer(order).then(
    (done) => process.send?.(done),
    (error) => process.send?.({ error: String(error) }),
  ),
)
process.on('disconnect', () => process.exit())
