import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { type Postgres, removePostgres, startPostgres } from './postgres'

/** A server of its own for one run, gone afterwards. Not durable: a crash loses nothing that anyone wants. */
export async function temporaryPostgres(durable = false): Promise<Postgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bozor-postgres-'))
  // mkdtemp makes it private to us, and as root PostgreSQL runs as somebody else.
  fs.chmodSync(folder, 0o755)
  const dir = path.join(folder, 'data')
  const remove = () => {
    removePostgres(dir)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const server = await startPostgres({ dir, port: await freePort(), durable })
    return {
      ...server,
      stop: async () => {
        await server.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
