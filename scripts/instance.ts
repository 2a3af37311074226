import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { preferPort } from './free-port'
import { startPostgres } from './postgres'
import { StartError, wrongDisk } from './start-error'

/** Everything that a start leaves behind, in one ignored folder. */
export const home = path.resolve(process.env.BOZOR_HOME ?? '.data')

type Running = { pid: number; port: number; databaseUrl: string }

const lockFile = path.join(home, 'running.json')

export function makeHome(): void {
  try {
    fs.mkdirSync(home, { recursive: true })
  } catch (error) {
    throw wrongDisk(String(error)) ?? error
  }
  const { bavail, bsize } = fs.statfsSync(home)
  const free = Math.round((bavail * bsize) / 1_000_000)
  if (free < 300) {
    throw new StartError(
      `The disk is full: ${free} MB are free and the demo needs about 2 GB. Free some space and start again.`,
    )
  }
}

/** The start that runs in this folder now, if any. */
export function running(): Running | null {
  try {
    const found = JSON.parse(fs.readFileSync(lockFile, 'utf8')) as Running
    process.kill(found.pid, 0)
    return found.pid === process.pid || !isNode(found.pid) ? null : found
  } catch {
    return null
  }
}

/** After a crash the number may belong to another program. */
function isNode(pid: number): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch {
    return process.platform !== 'linux'
  }
}

export function lock(port: number): void {
  const other = running()
  if (other) {
    const where = `http://localhost:${other.port}`
    throw new StartError(
      `Bozor already runs in this folder (process ${other.pid}, ${where}). Stop it first, or open it.`,
    )
  }
  writePrivate(lockFile, JSON.stringify({ pid: process.pid, port, databaseUrl: '' }))
}

export function tellDatabase(port: number, databaseUrl: string): void {
  writePrivate(lockFile, JSON.stringify({ pid: process.pid, port, databaseUrl }))
}

export function unlock(): void {
  fs.rmSync(lockFile, { force: true })
}

/** A secret made once and kept: sessions outlive a restart. */
export function keptSecret(name: string): string {
  const file = path.join(home, name)
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  writePrivate(file, secret)
  return secret
}

export async function embeddedPostgres() {
  const portFile = path.join(home, 'postgres-port')
  const before = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 54_329
  const port = await preferPort(before)
  const server = await startPostgres({
    dir: path.join(home, 'postgres'),
    port,
    password: keptSecret('postgres-password'),
  })
  writePrivate(portFile, String(port))
  return server
}

/** Written beside and renamed: a full disk or a kill leaves the old file, never half of the new one. */
function writePrivate(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(`${file}.new`, text, { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  } catch (error) {
    throw wrongDisk(String(error)) ?? error
  }
}
