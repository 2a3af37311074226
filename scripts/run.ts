import fs from 'node:fs'
import { openDatabase } from './database'
import { keptSecret, running } from './instance'
import { generateClient } from './prepare'
import { node, run, stop, typescript } from './run-child'
import { explain } from './step'

// node scripts/run.mjs <script> [flags]: gives a script the database of this folder and its exit code to the caller.
const [name = '', ...flags] = process.argv.slice(2)
const alone = new Set(['bench', 'crash', 'lighthouse', 'screenshots', 'visits', 'smoke', 'new-migration'])

/** A command speaks to the market that runs here, and with its secret: else its links and signatures were a stranger's. */
function asTheMarket(): Record<string, string> {
  const market = running()
  if (!market || process.env.APP_ENV === 'production') return {}
  const { port } = market
  return { PORT: String(port), APP_URL: `http://localhost:${port}`, AUTH_SECRET: keptSecret('secret') }
}

async function main(): Promise<number> {
  const file = `scripts/${name}.ts`
  if (!/^[a-z-]+$/.test(name) || !fs.existsSync(file)) {
    console.error(`There is no script ${name || '(none given)'} in scripts/.`)
    return 2
  }
  await generateClient()
  if (alone.has(name)) return (await run([...typescript, file, ...flags], process.env)).code
  const database = await openDatabase()
  const env = { ...asTheMarket(), ...process.env, DATABASE_URL: database.url }
  const child = node([...typescript, file, ...flags], { env })
  // Ctrl-C reaches the child too; the database is stopped after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(child))
  const code = await new Promise<number>((resolve) => child.once('exit', (ended) => resolve(ended ?? 130)))
  await database.stop()
  return code
}

try {
  process.exit(await main())
} catch (error) {
  explain(error)
  process.exit(1)
}
