import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { type Figure, figure, percentile } from './figure'

const connections = 32
const gzip = { 'accept-encoding': 'gzip' }

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

/** Pages a second at 32 connections and the 99th percentile, compressed, as browsers ask for them. */
export async function measurePages(base: string, yardstick: ChildProcess, seconds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const port = await yardstickPort(yardstick)
  for (const [name, path] of Object.entries(await paths(base))) {
    const { body, headers } = await raw(`${base}${path}`)
    yardstick.send({ body: body.toString('base64'), headers })
    await once(yardstick, 'message')
    // The first second warms the page and the compiler, and is thrown away.
    await hit(`${base}${path}`, 1)
    const ours = await hit(`${base}${path}`, seconds)
    const bare = await hit(`http://127.0.0.1:${port}/`, seconds)
    figures.push(figure(`${name}, pages a second at 32`, ours.rate, '/s', bare.rate))
    figures.push(figure(`${name}, p99 at 32`, ours.p99, 'ms', bare.p99))
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

async function hit(url: string, seconds: number): Promise<{ rate: number; p99: number }> {
  const done = await autocannon({ url, connections, duration: seconds, headers: gzip })
  if (done.non2xx > 0 || done.errors > 0) throw new Error(`${url}: ${done.non2xx} wrong answers, ${done.errors} errors`)
  return { rate: done.requests.average, p99: done.latency.p99 }
}

/** The bytes on the wire; fetch would unpack them. */
async function raw(url: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const [answer] = (await once(request(url, { headers: gzip }).end(), 'response')) as [
    import('node:http').IncomingMessage,
  ]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const { 'content-type': type = '', 'content-encoding': encoding } = answer.headers
  return {
    body: Buffer.concat(chunks),
    headers: { 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) },
  }
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
    const html = await (await fetch(`${base}${path}`)).text()
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
    const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].map(
      ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
    )
    figures.push(figure(`${name}, HTML`, gzipSync(html).length / 1000, 'kB gz'))
    figures.push(
      figure(
        `${name}, JS`,
        await weigh(
          base,
          scripts.map(([, src = '']) => src),
        ),
        'kB gz',
      ),
    )
    figures.push(figure(`${name}, CSS`, await weigh(base, styles), 'kB gz'))
  }
  return figures
}

async function weigh(base: string, files: string[]): Promise<number> {
  const sizes = await Promise.all(
    [...new Set(files)].map(async (file) => {
      const answer = await fetch(new URL(file.replaceAll('&amp;', '&'), base))
      return gzipSync(Buffer.from(await answer.arrayBuffer())).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
