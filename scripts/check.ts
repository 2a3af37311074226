import { sizeProblems } from './file-sizes'
import { generateClient } from './prepare'
import { bin, run } from './run-child'
import { explain } from './step'
import { vitest } from './suites'
import { temporaryPostgres } from './temporary-postgres'

// npm run check [-- --no-tests]: the definition of done. Every check runs, so that one look shows all that is wrong.
type Outcome = { ok: boolean; output: string }

const tool = (name: string, file: string, args: string[]) => async (): Promise<Outcome> => {
  const { code, output } = await run([bin(name, file), ...args], { ...process.env, FORCE_COLOR: '0' }, true)
  return { ok: code === 0, output }
}

async function cruise(): Promise<Outcome> {
  const { code, output } = await run(['scripts/dependencies.mjs'], { ...process.env, FORCE_COLOR: '0' }, true)
  return { ok: code === 0, output }
}

const checks: [string, () => Promise<Outcome>][] = [
  ['types of routes', tool('next', 'dist/bin/next', ['typegen'])],
  ['types', tool('typescript', 'bin/tsc', ['--noEmit', '--pretty', 'false'])],
  ['lint and formatting', tool('@biomejs/biome', 'bin/biome', ['ci', '--colors=off', '--max-diagnostics=200'])],
  ['dependency rules', cruise],
  ['dead code', tool('knip', 'bin/knip.js', ['--no-progress'])],
  ['file sizes', sizes],
  ...(process.argv.includes('--no-tests')
    ? []
    : [['unit and database tests', tests] as [string, () => Promise<Outcome>]]),
]

async function sizes(): Promise<Outcome> {
  const problems = sizeProblems()
  return { ok: problems.length === 0, output: problems.join('\n') }
}

async function tests(): Promise<Outcome> {
  const server = await temporaryPostgres()
  try {
    const count = await vitest(server)
    return { ok: count.failed === 0, output: `${count.passed} passed, ${count.failed} failed` }
  } finally {
    await server.stop()
  }
}

async function main(): Promise<boolean> {
  await generateClient()
  let allOk = true
  for (const [name, check] of checks) {
    const began = performance.now()
    const { ok, output } = await check()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(50)} ${seconds.padStart(6)} s`)
    if (!ok) console.log(output.trim())
    allOk &&= ok
  }
  return allOk
}

try {
  process.exit((await main()) ? 0 : 1)
} catch (error) {
  explain(error)
  process.exit(1)
}
