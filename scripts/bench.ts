import { type ChildProcess, fork } from 'node:child_process'
import { callbackKeys, measureCallbacks } from './bench/callbacks'
import { measureCheckouts } from './bench/checkouts'
import { type Figure, figure, table } from './bench/figure'
import { measureFlood } from './bench/flood'
import { measureImports } from './bench/imports'
import { measureLedger } from './bench/ledger'
import { measureFilled, measureGrowing } from './bench/markets'
import { measureMemory } from './bench/memory'
import { measureFirstRender, measureGuessing, measureMisses, measurePages, measureWeights } from './bench/pages'
import { measureSearch } from './bench/search'
import { webEnv } from './build'
import { dropDatabase } from './database'
import { freePort } from './free-port'
import { embeddedPostgres, keptSecret, running } from './instance'
import type { Postgres } from './postgres'
import { copyMarket } from './prepare'
import { stop, stopAll } from './run-child'
import { StartError } from './start-error'
import { explain } from './step'
import { startWeb } from './web'

// npm run bench [-- --seconds 5] [--only pages,flood] [--addresses 1000000] [--products 1000,100000,1000000 | --markets
// postgres://…/small,postgres://…/large, which are filled already]: on a copy of the demo market, with the pages of the
// last build. The flood is asked for by name, a large catalogue by its size: both take minutes.
const flag = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const seconds = Number(flag('seconds', '5'))
const usual = [
  'weights',
  'first',
  'misses',
  'pages',
  'guessing',
  'search',
  'checkouts',
  'callbacks',
  'catalogue',
  'ledger',
  'imports',
]
const only = flag('only', usual.join(',')).split(',')

/** Parts that ask the database itself; the others need the pages of the last build. */
const withoutPages = new Set(['catalogue', 'ledger', 'imports'])

const measureMarkets = (server: Postgres): Promise<Figure[]> => {
  const filled = flag('markets', '')
  return filled === ''
    ? measureGrowing(server, flag('products', '1000').split(',').map(Number))
    : measureFilled(filled.split(','))
}

async function main(): Promise<Figure[]> {
  if (running()) throw new StartError('Bozor runs in this folder and would share the processor. Stop it first.')
  const server = await embeddedPostgres()
  const yardstick = fork('scripts/bench/yardstick.mjs')
  try {
    const figures: Figure[] = []
    const add = (...more: Figure[]) => {
      for (const one of more) console.log(JSON.stringify(one))
      figures.push(...more)
    }
    if (only.some((part) => !withoutPages.has(part))) await measureServed(server, yardstick, add)
    if (only.includes('catalogue')) add(...(await measureMarkets(server)))
    if (only.includes('ledger')) add(...(await measureLedger(await copyMarket(server, 'bozor_books'))))
    if (only.includes('imports')) add(...(await measureImports(await copyMarket(server, 'bozor_imports'))))
    return figures
  } finally {
    yardstick.kill()
    await stopAll()
    await dropDatabase(server, 'bozor_bench')
    await dropDatabase(server, 'bozor_books')
    await dropDatabase(server, 'bozor_imports')
    await dropDatabase(server, 'bozor_catalogue')
    await server.stop()
  }
}

/** What the pages of the last build answer, on a copy of the demo market. */
async function measureServed(
  server: Postgres,
  yardstick: ChildProcess,
  add: (...more: Figure[]) => void,
): Promise<void> {
  const url = await copyMarket(server, 'bozor_bench')
  const port = await freePort()
  const env = webEnv(url, port, keptSecret('secret'))
  const web = await startWeb({ ...env, ...callbackKeys, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' })
  const base = `http://localhost:${port}`
  add(figure('RSS at rest', measureMemory(web.pid ?? 0), 'MB'))
  const memory = () => measureMemory(web.pid ?? 0)
  const parts: Record<string, () => Promise<Figure[]>> = {
    weights: () => measureWeights(base),
    first: () => measureFirstRender(base),
    misses: () => measureMisses(base),
    pages: () => measurePages(base, yardstick, seconds),
    guessing: () => measureGuessing(base, memory),
    flood: () => measureFlood(base, memory, Number(flag('addresses', '1000000'))),
    search: () => measureSearch(base, url),
    checkouts: () => measureAtOnce([1, 8, 32], (clients) => measureCheckouts(base, url, clients)),
    callbacks: () => measureCallbacks(base, url, yardstick),
  }
  for (const [name, measure] of Object.entries(parts)) if (only.includes(name)) add(...(await measure()))
  add(figure('RSS after load', memory(), 'MB'))
  await stop(web)
}

/** One after the other: two at once would measure each other. */
async function measureAtOnce(amounts: number[], measure: (clients: number) => Promise<Figure[]>): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const clients of amounts) figures.push(...(await measure(clients)))
  return figures
}

try {
  console.log(table(await main()))
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(1)
}
