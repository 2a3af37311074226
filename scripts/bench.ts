import { fork } from 'node:child_process'
import { callbackKeys, measureCallbacks } from './bench/callbacks'
import { measureCheckouts } from './bench/checkouts'
import { type Figure, figure, table } from './bench/figure'
import { measureLedger } from './bench/ledger'
import { measureMemory } from './bench/memory'
import { measureFirstRender, measureGuessing, measureMisses, measurePages, measureWeights } from './bench/pages'
import { measureSearch } from './bench/search'
import { webEnv } from './build'
import { copyDatabase, dropDatabase } from './database'
import { freePort } from './free-port'
import { embeddedPostgres, keptSecret, running } from './instance'
import { stop, stopAll } from './run-child'
import { StartError } from './start-error'
import { explain } from './step'
import { startWeb } from './web'

// npm run bench [-- --seconds 5]: on a copy of the demo market, with the pages of the last build.
const at = process.argv.indexOf('--seconds')
const seconds = at < 0 ? 5 : Number(process.argv[at + 1])

async function main(): Promise<Figure[]> {
  if (running()) throw new StartError('Bozor runs in this folder and would share the processor. Stop it first.')
  const server = await embeddedPostgres()
  const yardstick = fork('scripts/bench/yardstick.mjs')
  try {
    const url = await copyDatabase(server, 'bozor', 'bozor_bench')
    const port = await freePort()
    const env = webEnv(url, port, keptSecret('secret'))
    const web = await startWeb({ ...env, ...callbackKeys, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' })
    const base = `http://localhost:${port}`
    const figures: Figure[] = []
    const add = (...more: Figure[]) => {
      for (const one of more) console.log(JSON.stringify(one))
      figures.push(...more)
    }
    add(figure('RSS at rest', measureMemory(web.pid ?? 0), 'MB'))
    add(...(await measureWeights(base)))
    add(...(await measureFirstRender(base)))
    add(...(await measureMisses(base)))
    add(...(await measurePages(base, yardstick, seconds)))
    add(...(await measureGuessing(base, () => measureMemory(web.pid ?? 0))))
    add(...(await measureSearch(base, url)))
    for (const clients of [1, 8, 32]) add(...(await measureCheckouts(base, url, clients)))
    add(...(await measureCallbacks(base, url, yardstick)))
    add(figure('RSS after load', measureMemory(web.pid ?? 0), 'MB'))
    await stop(web)
    add(...(await measureLedger(await copyDatabase(server, 'bozor', 'bozor_books'))))
    return figures
  } finally {
    yardstick.kill()
    await stopAll()
    await dropDatabase(server, 'bozor_bench')
    await dropDatabase(server, 'bozor_books')
    await server.stop()
  }
}

try {
  console.log(table(await main()))
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(1)
}
