import fs from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'
import { type Figure, figure } from './figure'
import { slugs } from './pages'

/** Of a thousand addresses: most cost the server little, a few make Next look. */
const guessedProducts = 4
const flights = 4
const decorated = 500

type Ask = { path: string; headers: Record<string, string> }

/** The nth of endlessly many addresses, none of which was asked for before. */
function address(at: number, real: readonly string[]): Ask {
  const share = at % 1000
  const slug = real[at % real.length] ?? ''
  const word = at.toString(36)
  const headers = { 'accept-encoding': 'gzip, deflate, br' }
  if (share < guessedProducts) return { path: `/uz/p/guessed-${word}`, headers }
  if (share < guessedProducts + flights)
    return { path: `/uz/p/${slug}?_rsc=${word}`, headers: { ...headers, rsc: '1' } }
  if (share < decorated) return { path: `/uz/p/${slug}?utm_content=${word}`, headers }
  return { path: `/ru/guessed/${word}`, headers }
}

/** Bytes of everything below a folder. */
function diskOf(folder: string): number {
  if (!fs.existsSync(folder)) return 0
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .reduce((sum, entry) => (entry.isFile() ? sum + fs.statSync(path.join(entry.parentPath, entry.name)).size : sum), 0)
}

/**
 * So many distinct addresses, as robots guess and decorate them: memory before, at its highest and after, and what the
 * folder of the build grew by.
 */
export async function measureFlood(base: string, memory: () => number, amount: number): Promise<Figure[]> {
  const real = await slugs(base, 100)
  for (const slug of real) await (await fetch(`${base}/uz/p/${slug}`)).arrayBuffer()
  const rest = memory()
  const disk = diskOf('.next')
  let highest = rest
  let at = 0
  const watch = setInterval(() => (highest = Math.max(highest, memory())), 500)
  const next = (one: autocannon.Request) => Object.assign(one, address(at++, real))
  const began = performance.now()
  const done = await autocannon({ url: base, connections: 16, amount, requests: [{ path: '/', setupRequest: next }] })
  clearInterval(watch)
  if (done['5xx'] > 0 || done.errors > 0) throw new Error(`flood: ${done['5xx']} failures, ${done.errors} errors`)
  const name = `${amount.toLocaleString('en')} distinct addresses`
  return [
    figure(`${name}, a second`, amount / ((performance.now() - began) / 1000), '/s'),
    figure(`${name}, RSS at its highest`, highest, 'MB', rest),
    figure(`${name}, RSS after`, memory(), 'MB', rest),
    figure(`${name}, growth of the build's folder`, (diskOf('.next') - disk) / 1_000_000, 'MB'),
  ]
}
