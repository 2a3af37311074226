import path from 'node:path'
import { startPostgres } from './postgres'

// A database server alone, for work on one module: npx tsx scripts/dev-db.ts [port] [folder]
const port = Number(process.argv[2] ?? 54400)
const server = await startPostgres({ dir: path.resolve(process.argv[3] ?? '.data/dev-postgres'), port })
console.log(`PostgreSQL is on ${server.url('postgres')} (Ctrl-C stops it)`)

const keepAlive = setInterval(() => {}, 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await server.stop()
    clearInterval(keepAlive)
  })
}
