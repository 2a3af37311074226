import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { isPublicAddress } from './public-address'

export type FetchRefusal =
  | 'bad-address'
  | 'private-address'
  | 'unreachable'
  | 'redirected'
  | 'bad-answer'
  | 'too-large'
  | 'too-slow'

export type Fetched = { bytes: Buffer; type: string }

type Limits = { maxBytes?: number; timeoutMs?: number; accept?: string }

/** What a test puts in the place of the internet. */
export type Net = {
  resolve(host: string): Promise<{ address: string; family: number }[]>
  isOpen(address: string): boolean
  ports: readonly string[]
  ca?: string
}

const internet: Net = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isOpen: isPublicAddress,
  ports: ['', '443', '8443'],
}

function parse(address: string, { ports }: Net): URL | null {
  if (address.length > 2_000 || !URL.canParse(address)) return null
  const url = new URL(address)
  const plain = url.username === '' && url.password === '' && ports.includes(url.port)
  return url.protocol === 'https:' && plain ? url : null
}

type Target = { address: string; family: number }

/** The one address to connect to. One closed address among several is enough to refuse the name. */
async function resolveOnce(url: URL, net: Net): Promise<Result<Target, FetchRefusal>> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(host)
  const found = literal ? [{ address: host, family: literal }] : await net.resolve(host).catch(() => [])
  const [first] = found
  if (first === undefined) return fail('unreachable')
  return found.every(({ address }) => net.isOpen(address)) ? ok(first) : fail('private-address')
}

async function readBody(answer: IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(answer.headers['content-length'] ?? 0) > most) return null
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function send(url: URL, { address, family }: Target, net: Net, accept: string, signal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(
      url,
      {
        agent: false,
        signal,
        headers: { accept, 'user-agent': 'Bozor', 'accept-encoding': 'identity' },
        // Resolved and checked already: nobody asks a name server again between the check and the connection.
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
        ...(net.ca ? { ca: net.ca } : {}),
      },
      resolve,
    )
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * Gets what somebody else's address names, and nothing from inside our own network: https only, every resolved address
 * public, connected to just that address, no redirects, bounded in bytes and in time. The answer is for programs: who
 * gave the address learns only the refusal's name.
 */
export async function safeFetch(
  address: string,
  { maxBytes = 1_000_000, timeoutMs = 5_000, accept = '*/*' }: Limits = {},
  net: Net = internet,
): Promise<Result<Fetched, FetchRefusal>> {
  const url = parse(address, net)
  if (url === null) return fail('bad-address')
  const signal = AbortSignal.timeout(timeoutMs)
  const late = new Promise<'late'>((resolve) => signal.addEventListener('abort', () => resolve('late'), { once: true }))
  const target = await Promise.race([resolveOnce(url, net), late])
  if (target === 'late') return fail('too-slow')
  if (!target.ok) return target
  try {
    const answer = await send(url, target.value, net, accept, signal)
    const status = answer.statusCode ?? 0
    const refusal = status >= 300 && status < 400 ? 'redirected' : status === 200 ? null : 'bad-answer'
    const bytes = refusal === null ? await readBody(answer, maxBytes) : null
    answer.destroy()
    if (refusal !== null) return fail(refusal)
    return bytes === null ? fail('too-large') : ok({ bytes, type: String(answer.headers['content-type'] ?? '') })
  } catch {
    return fail(signal.aborted ? 'too-slow' : 'unreachable')
  }
}
