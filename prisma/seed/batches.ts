import { once } from 'node:events'
import os from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Batch, Blurs } from './write-products'

const lanes = Math.min(4, Math.max(1, os.availableParallelism()))

type Plan = { from: number; to: number; size: number; url: string; blurs: Blurs }

/**
 * The batches in their order, made on all cores. Each worker is one batch ahead of what is being written, so memory holds
 * two batches a core, however many there are.
 */
export async function* batches({ from, to, size, url, blurs }: Plan): AsyncGenerator<{ end: number; batch: Batch }> {
  const starts = Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => from + i * size)
  const file = new URL('./batch-worker.mjs', import.meta.url)
  const workers = Array.from(
    { length: Math.min(lanes, starts.length) },
    () => new Worker(file, { workerData: { url, blurs } }),
  )
  const workerOf = (at: number) => workers[at % workers.length]
  const endOf = (start: number) => Math.min(to, start + size)
  const made = new Map<number, Promise<[Batch]>>()
  const ask = (at: number) => {
    const [worker, start] = [workerOf(at), starts[at]]
    if (worker === undefined || start === undefined) return
    const answer = once(worker, 'message') as Promise<[Batch]>
    answer.catch(() => undefined)
    made.set(at, answer)
    worker.postMessage({ from: start, to: endOf(start) })
  }
  try {
    for (let at = 0; at < workers.length; at += 1) ask(at)
    for (const [at, start] of starts.entries()) {
      const answer = made.get(at)
      if (answer === undefined) return
      const [batch] = await answer
      made.delete(at)
      ask(at + workers.length)
      yield { end: endOf(start), batch }
    }
  } finally {
    for (const worker of workers) worker.postMessage(null)
  }
}
