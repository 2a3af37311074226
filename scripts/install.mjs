// Plain Node without dependencies: it runs before npm has installed anything.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const fewestNode = [20, 19]

/** Ends the process with a sentence when Node is too old to run the rest. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > fewestNode[0] || (major === fewestNode[0] && minor >= fewestNode[1])) return
  console.error(`✗ Node ${process.versions.node} is too old: ${fewestNode.join('.')} or newer is needed (nodejs.org).`)
  process.exit(1)
}

/** Installs when node_modules is missing or older than the lock file; quiet otherwise. */
export function installIfNeeded() {
  const lock = path.join(root, 'package-lock.json')
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  const isFresh = fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs
  if (isFresh) return
  const began = Date.now()
  console.log('… installing packages (once)')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it refuses a lock file without the optional packages of platforms that the registry could not serve.
  // What the lock file does name is installed at that version and checked against its hash all the same.
  const run = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // npm reads the options of the `npm start` around it from the environment, --silent among them.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    const why = run.signal ? `stopped by ${run.signal}` : 'see the lines above'
    console.error(
      `✗ The packages could not be installed (${why}). Nothing else was changed: run the same command again.`,
    )
    process.exit(run.signal ? 130 : 1)
  }
  const now = new Date()
  if (fs.existsSync(installed)) fs.utimesSync(installed, now, now)
  console.log(`✓ packages installed${' '.repeat(33)}${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`)
}

/** Loads a TypeScript script of this folder into this process, so that signals have one place to arrive. */
export async function load(script) {
  checkNode()
  process.chdir(root)
  installIfNeeded()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const { register } = await import('tsx/esm/api')
  register()
  await import(new URL(script, import.meta.url).href)
}
