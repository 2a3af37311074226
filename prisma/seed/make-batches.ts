import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { type Batch, type Blurs, makeBatch } from './write-products'

type Task = { from: number; to: number }
const { url, blurs } = workerData as { url: string; blurs: Blurs }

const dictionary = new pg.Client({ connectionString: url })
await dictionary.connect()

const bytesOf = ({ tables }: Batch) => Object.values(tables).map((bytes) => bytes.buffer as ArrayBuffer)

parentPort?.on('message', async (task: Task | null) => {
  if (task === null) {
    await dictionary.end()
    process.exit()
  }
  const batch = await makeBatch(dictionary, task.from, task.to, blurs)
  // Handed over, not copied.
  parentPort?.postMessage(batch, bytesOf(batch))
})
