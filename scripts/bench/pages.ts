import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import autocannon from 'autocannon'
import { pageWeight } from '../page-weight'
import { type Figure, figure, percentile } from './figure'

const connections = 32
const browser = { 'accept-encoding': 'gzip, deflate, br' }
// A request with this header is nobody's page and goes to Next itself.
const pastTheCache = { 'accept-encoding': 'gzip', authorization: 'Bearer none' }

export async function slugs(base: string, limit = 60): Promise<string[]> {
  const answer = await fetch(`${base}/api/v1/products?limit=${limit}`)
  const { items } = (await answer.json()) as { items: { slug: string }[] }
  return items.map(({ slug }) => slug)
}

async function paths(base: string): Promise<Record<string, string>> {
  const [slug = ''] = await slugs(base, 1)
  const answer = await fetch(`${base}/api/v1/categories`)
  const { items } = (await answer.json()) as { items: { slug: string; count: number }[] }
  const largest = items.toSorted((left, right) => right.count - left.count)[0]?.slug ?? ''
  return { home: '/uz', category: `/uz/c/${largest}`, product: `/uz/p/${slug}` }
}

/**
 * Pages a second at 32 connections and the 99th percentile, compressed, as browsers ask for them: beside a bare server
 * with the same answer, headers and body, and beside Next without the page cache in front of it.
 */
export async function measurePages(base: string, yardstick: ChildProcess, seconds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const port = await yardstickPort(yardstick)
  for (const [name, path] of Object.entries(await paths(base))) {
    const { body, headers } = await raw(`${base}${path}`)
    yardstick.send({ body: body.toString('base64'), headers })
    await once(yardstick, 'message')
    // The first second warms the page and the compiler, and is thrown away.
    await hit(`${base}${path}`, 1)
    const [ours, bare] = await inTurns(`${base}${path}`, `http://127.0.0.1:${port}/`, seconds)
    figures.push(figure(`${name}, pages a second at 32`, ours.rate, '/s', bare.rate))
    figures.push(figure(`${name}, p99 at 32`, ours.p99, 'ms', bare.p99))
    const plain = await hit(`${base}${path}`, Math.min(seconds, 3), pastTheCache)
    figures.push(figure(`${name}, the same without the page cache`, plain.rate, '/s', bare.rate))
    figures.push(figure(`${name}, times as fast as without`, ours.rate / plain.rate, '×'))
  }
  return figures
}

const ports = new WeakMap<ChildProcess, Promise<number>>()

export async function yardstickPort(child: ChildProcess): Promise<number> {
  const known = ports.get(child) ?? askPort(child)
  ports.set(child, known)
  return known
}

async function askPort(child: ChildProcess): Promise<number> {
  child.send({ body: '', headers: {} })
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ port?: number }]
    if (message.port) return message.port
  }
}

type Hit = { rate: number; p99: number }

/** Whatever else the machine does meets both alike: they take turns, and of each the middle turn counts. */
async function inTurns(ours: string, bare: string, seconds: number): Promise<[Hit, Hit]> {
  const turns = { ours: [] as Hit[], bare: [] as Hit[] }
  for (let turn = 0; turn < 5; turn += 1) {
    turns.ours.push(await hit(ours, seconds / 3))
    turns.bare.push(await hit(bare, seconds / 3))
  }
  return [middle(turns.ours), middle(turns.bare)]
}

function middle(hits: readonly Hit[]): Hit {
  const of = (name: keyof Hit) =>
    percentile(
      hits.map((one) => one[name]).toSorted((left, right) => left - right),
      0.5,
    )
  return { rate: of('rate'), p99: of('p99') }
}

async function hit(url: string, seconds: number, headers = browser): Promise<Hit> {
  const hammer = fork('scripts/bench/hammer.mjs')
  try {
    hammer.send({ url, connections, seconds, headers })
    const [done] = (await once(hammer, 'message')) as [Hit | { error: string }]
    if ('error' in done) throw new Error(`${url}: ${done.error}`)
    return done
  } finally {
    hammer.kill()
  }
}

/** The bytes on the wire, with what stands before them; fetch would unpack them. */
async function raw(url: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const [answer] = (await once(request(url, { headers: browser }).end(), 'response')) as [
    import('node:http').IncomingMessage,
  ]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const own = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])
  const headers = Object.entries(answer.headers).filter(([name]) => !own.has(name))
  return {
    body: Buffer.concat(chunks),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
  }
}

/** A hundred visitors meet at a page that nobody has seen: how many times it is made. */
export async function measureMisses(base: string): Promise<Figure[]> {
  const renders: number[] = []
  for (const slug of (await slugs(base, 100)).slice(90, 95)) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(`${base}/ru/p/${slug}`)))
    for (const answer of answers) await answer.arrayBuffer()
    renders.push(answers.filter(({ headers }) => headers.get('x-page-cache') === 'miss').length)
  }
  return [figure('renders for 100 simultaneous misses', Math.max(...renders), 'renders', 1)]
}

/** Guessed addresses: products that are not there, which Next has to be asked for, and paths of no page at all. */
export async function measureGuessing(base: string, memory: () => number): Promise<Figure[]> {
  const before = memory()
  await guess(base, '/uz/p/guessed-', 1_000)
  const products = memory()
  await guess(base, '/uz/guessed/', 20_000)
  return [
    figure('RSS after 1,000 guessed products', products, 'MB', before),
    figure('RSS after 20,000 guessed paths', memory(), 'MB', before),
  ]
}

async function guess(base: string, path: string, amount: number): Promise<void> {
  let at = 0
  const next = (one: autocannon.Request) => ({ ...one, path: `${path}${at++}` })
  const done = await autocannon({ url: base, connections, amount, requests: [{ path: '/', setupRequest: next }] })
  if (done['5xx'] > 0 || done.errors > 0) throw new Error(`${path}…: ${done['5xx']} failures, ${done.errors} errors`)
}

/** Products that nobody has asked for yet, one after the other. */
export async function measureFirstRender(base: string): Promise<Figure[]> {
  const times: number[] = []
  for (const slug of (await slugs(base, 100)).slice(50, 90)) {
    const began = performance.now()
    const answer = await fetch(`${base}/en/p/${slug}`)
    await answer.text()
    if (answer.ok) times.push(performance.now() - began)
  }
  times.sort((left, right) => left - right)
  return [
    figure('unseen product, p50', percentile(times, 0.5), 'ms'),
    figure('unseen product, p99', percentile(times, 0.99), 'ms'),
  ]
}

/** What a first visit loads, compressed, without pictures and fonts. */
export async function measureWeights(base: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of Object.entries({ ...(await paths(base)), checkout: '/uz/checkout' })) {
    const { html, js, css } = await pageWeight(`${base}${path}`)
    figures.push(figure(`${name}, HTML`, html / 1000, 'kB gz'))
    figures.push(figure(`${name}, JS`, js / 1000, 'kB gz'))
    figures.push(figure(`${name}, CSS`, css / 1000, 'kB gz'))
  }
  return figures
}
