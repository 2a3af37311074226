import type { ChildProcess } from 'node:child_process'
import net from 'node:net'
import { freePort } from '../scripts/free-port'
import { stop } from '../scripts/run-child'
import { startWeb } from '../scripts/web'

/** A way to the database that can be cut, as a cable can. */
async function cable(target: URL): Promise<{ url: string; cut: () => void; mend: () => void; close: () => void }> {
  const open = new Set<net.Socket>()
  let whole = true
  const server = net.createServer((inside) => {
    if (!whole) return void inside.destroy()
    const outside = net.connect(Number(target.port || 5432), target.hostname)
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  const close = () => {
    cut()
    server.close()
  }
  return { url: url.href, cut, mend: () => void (whole = true), close }
}

export type Twins = {
  /** A second instance on the same database, at the end of a cable. */
  twin: string
  /** A third one that keeps no finished pages. */
  bare: string
  cut: () => void
  mend: () => void
  stop: () => Promise<void>
}

/** Two more instances beside the one under test, on its database and with its build. */
export async function startTwins(databaseUrl: string): Promise<Twins> {
  const line = await cable(new URL(databaseUrl))
  const children: ChildProcess[] = []
  const start = async (more: Record<string, string>) => {
    const PORT = String(await freePort())
    const APP_URL = `http://localhost:${PORT}`
    const own = { PORT, APP_URL, NEXTAUTH_URL: APP_URL, WORKER: 'off', LOG_LEVEL: 'silent' }
    children.push(await startWeb({ ...process.env, ...own, ...more }))
    return APP_URL
  }
  const twin = await start({ DATABASE_URL: line.url })
  const bare = await start({ DATABASE_URL: databaseUrl, PAGE_CACHE: 'off' })
  const stopAll = async () => {
    await Promise.all(children.map((child) => stop(child)))
    line.close()
  }
  return { twin, bare, cut: line.cut, mend: line.mend, stop: stopAll }
}
