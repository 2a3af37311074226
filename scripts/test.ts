import fs from 'node:fs'
import { build, webEnv } from './build'
import { createDatabase } from './database'
import { freePort } from './free-port'
import { home, running } from './instance'
import { fillFresh, generateClient } from './prepare'
import { stopAll } from './run-child'
import { StartError } from './start-error'
import { explain, step } from './step'
import { add, type Count, none, playwright, vitest } from './suites'
import { temporaryPostgres } from './temporary-postgres'
import { startWeb } from './web'

// npm test [-- --unit | --browser] [-- flags of Playwright]
const flags = process.argv.slice(2)
const only = { unit: flags.includes('--unit'), browser: flags.includes('--browser') }
const playwrightFlags = flags.filter((flag) => flag !== '--unit' && flag !== '--browser')

async function browserTests(databaseUrl: string): Promise<Count> {
  const port = await freePort()
  await fillFresh(databaseUrl)
  // Rate limits protect a market from strangers; here one address plays all of its shoppers.
  const env = {
    ...webEnv(databaseUrl, port, 'only-for-tests-only-for-tests-only'),
    RATE_LIMIT_SCALE: '1000',
    LOG_LEVEL: 'warn',
  }
  // The folder .next then belongs to this database, so the next start builds again.
  fs.rmSync(`${home}/build-hash`, { force: true })
  await step('build', () => build(env))
  await step(
    'pages',
    () => startWeb(env),
    () => `on port ${port}`,
  )
  return playwright({ ...env, BASE_URL: `http://localhost:${port}` }, playwrightFlags)
}

async function main(): Promise<Count> {
  if (!only.unit && running()) {
    throw new StartError('Bozor runs in this folder, and the browser tests would build over its pages. Stop it first.')
  }
  await generateClient()
  const server = await step('PostgreSQL of its own', () => temporaryPostgres())
  try {
    const unit = only.browser ? none : await vitest(server)
    const browser = only.unit ? none : await browserTests(await createDatabase(server, 'bozor_browser'))
    return add(unit, browser)
  } finally {
    await stopAll()
    await server.stop()
  }
}

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    stopped = true
    await stopAll()
  })
}

const count = await main().catch((error: unknown) => {
  if (!stopped) explain(error)
  return { ...none, failed: 1 }
})
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
process.exit(count.failed > 0 || stopped ? 1 : 0)
