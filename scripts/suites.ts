import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { createDatabase } from './database'
import { home } from './instance'
import type { Postgres } from './postgres'
import { migrateQuietly } from './prepare'
import { bin, run } from './run-child'

export type Count = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export const none: Count = { passed: 0, failed: 0, skipped: 0 }

export function add(left: Count, right: Count): Count {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

/** Unit and database tests. A run that ends badly without a failed test (a broken file) still counts as one failure. */
export async function vitest(server: Postgres, flags: string[] = []): Promise<Count> {
  // Database tests copy this template: a fresh migrated database in a fraction of a second each.
  await migrateQuietly(await createDatabase(server, 'bozor_template'))
  const databaseUrl = server.url('postgres')
  const file = reportFile('vitest')
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const env = { ...process.env, TEST_DATABASE_URL: databaseUrl, DATABASE_URL: databaseUrl }
  const { code } = await run([...args, ...flags], env)
  const report = vitestReport.safeParse(read(file))
  if (!report.success) return { ...none, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests } = report.data
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }, code)
}

export async function playwright(env: NodeJS.ProcessEnv, flags: string[] = []): Promise<Count> {
  const file = reportFile('playwright')
  const args = [bin('@playwright/test', 'cli.js'), 'test', ...flags]
  const { code } = await run(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const report = playwrightReport.safeParse(read(file))
  if (!report.success) return { ...none, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code)
}

function honest(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

function reportFile(name: string): string {
  const dir = path.join(home, 'reports')
  fs.mkdirSync(dir, { recursive: true })
  const file = path.join(dir, `${name}.json`)
  fs.rmSync(file, { force: true })
  return file
}

function read(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
