import { log } from './log'

const EVERY_MS = 5_000
// Far more kinds than a market sees in five seconds; what is beyond is not counted.
const MOST = 5_000

type Batch = { counts: Map<string, number>; timer?: NodeJS.Timeout | undefined }
type Write = (keys: readonly string[][], times: readonly number[]) => Promise<unknown>

/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorTallies?: Map<string, Batch> }
const batchOf = (name: string): Batch => {
  const batches = (shared.bozorTallies ??= new Map<string, Batch>())
  const before = batches.get(name)
  if (before !== undefined) return before
  const made: Batch = { counts: new Map() }
  batches.set(name, made)
  return made
}

/**
 * Counts in memory and writes a few seconds later, all at once: what is counted costs no statement. `write` is given the
 * words of each key, which hold no space, in one order on every instance: two that write at once then wait for each
 * other and never in a circle.
 */
export function createTally(name: string, write: Write) {
  async function flush(): Promise<void> {
    const waiting = batchOf(name)
    clearTimeout(waiting.timer)
    const counts = [...waiting.counts].sort(([a], [b]) => (a < b ? -1 : 1))
    waiting.counts = new Map()
    waiting.timer = undefined
    if (counts.length === 0) return
    await write(
      counts.map(([key]) => key.split(' ')),
      counts.map(([, times]) => times),
    )
  }
  const report = (err: unknown) => log.warn({ err, tally: name }, 'a few seconds of counting are lost')

  function add(...words: (string | number)[]): void {
    const waiting = batchOf(name)
    const key = words.join(' ')
    const times = waiting.counts.get(key) ?? 0
    if (times > 0 || waiting.counts.size < MOST) waiting.counts.set(key, times + 1)
    waiting.timer ??= setTimeout(() => void flush().catch(report), EVERY_MS).unref()
  }
  return { add, flush }
}
