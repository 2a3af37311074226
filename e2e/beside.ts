import { running } from '../scripts/instance'
import { test } from './fixtures'

/** The database of the market that is tested: named by who started it, or written down by the start in this folder. */
function testedDatabase(baseURL: string | undefined): string {
  const here = running()
  const ours = here !== null && here.port === Number(new URL(baseURL ?? '').port)
  const url = process.env['DATABASE_URL'] ?? (ours ? here.databaseUrl : '')
  if (url === '')
    throw new Error(`${baseURL}: set DATABASE_URL to its database; these tests start instances beside it.`)
  return url
}

/**
 * What a file of tests starts beside the market, once, and stops at its end; its tests take turns.
 * Several markets and a browser share the processor, so there is time.
 */
export function startBeside<T extends { stop: () => Promise<void> }>(
  start: (databaseUrl: string) => Promise<T>,
): () => T {
  let started: T | undefined
  test.describe.configure({ mode: 'serial', timeout: 180_000 })
  test.beforeAll(async ({ baseURL }) => {
    test.setTimeout(120_000)
    started = await start(testedDatabase(baseURL))
  })
  test.afterAll(() => started?.stop())
  return () => {
    if (started === undefined) throw new Error('asked for before the first test')
    return started
  }
}
