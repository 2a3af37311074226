import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { databaseIdentity } from './check-database'
import { hashFiles } from './hash-files'
import { home } from './instance'
import { packStatic } from './pack-static'
import { failed } from './prepare'
import { bin, run } from './run-child'
import { step } from './step'

const sources = [
  'app',
  'components',
  'lib',
  'prisma',
  'public/motif',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
]
const configs = [
  'next.config.js',
  'postcss.config.mjs',
  'postcss.config.js',
  'tsconfig.json',
  'prisma.config.ts',
  'scripts/next-sitemap.config.mjs',
  'package-lock.json',
  'scripts/serve/security-headers.mjs',
  'scripts/pack-static.ts',
]

/** Builds when the sources, or the database that pages were made from, changed since the last build that ended well. */
export async function buildWhenChanged(env: NodeJS.ProcessEnv): Promise<void> {
  const url = env.DATABASE_URL ?? ''
  const salt = [await databaseIdentity(url), env.APP_URL, env.APP_ENV, env.INDEXING].join(' ')
  const hash = hashFiles([...sources, ...configs], salt)
  const file = path.join(home, 'build-hash')
  const built = fs.existsSync('.next/BUILD_ID') && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash
  if (built) return
  fs.rmSync(file, { force: true })
  console.log('… building the pages (when sources changed)')
  await step('build', () => build(env))
  fs.writeFileSync(file, hash)
}

const staticSitemap = ['--config', 'scripts/next-sitemap.config.mjs']

export async function build(env: NodeJS.ProcessEnv): Promise<void> {
  const ended = await run(
    [bin('next', 'dist/bin/next'), 'build'],
    { ...env, NODE_ENV: 'production', WORKER: 'off' },
    true,
  )
  fs.writeFileSync(path.join(home, 'build.log'), ended.output)
  if (ended.code !== 0) throw failed('The pages could not be built', ended.output)
  await packStatic('.next/static')
  fs.rmSync('.next/sitemaps', { recursive: true, force: true })
  const listed = await run([bin('next-sitemap', 'bin/next-sitemap.mjs'), ...staticSitemap], env, true)
  if (!fs.existsSync('.next/sitemaps/static.xml')) throw failed('The static pages could not be listed', listed.output)
}

/** What the web process and the build must agree on. */
export function webEnv(databaseUrl: string, port: number, secret: string): NodeJS.ProcessEnv {
  const appUrl = process.env.APP_URL || `http://localhost:${port}`
  const key = createHash('sha256').update(`actions ${secret}`).digest('base64')
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    AUTH_SECRET: secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? key,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
