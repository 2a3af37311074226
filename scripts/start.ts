import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { buildWhenChanged, webEnv } from './build'
import { type Database, openServer } from './database'
import { requireFreePort } from './free-port'
import { keptSecret, lock, makeHome, tellDatabase, unlock } from './instance'
import { fill, generateClient } from './prepare'
import { stop, stopAll } from './run-child'
import { StartError } from './start-error'
import { explain, step } from './step'
import { startWeb } from './web'
import { welcome } from './welcome'

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT || 3000)

let database: Database | null = null
let web: ChildProcess | null = null
let ending: Promise<void> | null = null
let locked = false

/** Web first, then the database under it: no request meets a closed database. Runs once, whoever asks. */
function end(code: number, sentence?: string): Promise<void> {
  ending ??= (async () => {
    if (sentence) console.log(sentence)
    if (web) await stop(web)
    await stopAll()
    await database?.stop()
    if (locked) unlock()
    process.exit(code)
  })()
  return ending
}

function listenForSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(0, '\nStopping: pages, then the database. The data is kept.'))
  }
  // Some package managers die of a signal without passing it on: their child is then somebody else's.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void end(0), 1000).unref()
}

async function start(): Promise<void> {
  makeHome()
  lock(port)
  locked = true
  await requireFreePort(port)
  database = await step('PostgreSQL', openServer, (opened) => opened.name)
  database.server?.died.then((why) => end(1, `✗ PostgreSQL ended by itself: ${why}`))
  await generateClient()
  await fill(database)
  tellDatabase(port, database.url)
  const production = process.env.APP_ENV === 'production'
  const secret = process.env.AUTH_SECRET || (production ? '' : keptSecret('secret'))
  const env = webEnv(database.url, port, secret)
  if (!dev) await buildWhenChanged(env)
  web = await step(
    'pages',
    () => startWeb(env, dev),
    () => `on port ${port}, with the worker`,
  )
  await welcome(env.APP_URL ?? `http://localhost:${port}`, !production)
  await once(web, 'exit')
  if (!ending) throw new StartError('The web server ended by itself. The lines above say why; start again.')
}

listenForSignals()
try {
  await start()
} catch (error) {
  if (!ending) {
    explain(error)
    await end(1)
  }
}
await ending
