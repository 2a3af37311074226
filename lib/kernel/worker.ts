import { setTimeout as pause } from 'node:timers/promises'
import { crashPoint } from './crash-point'
import { type Tx, transact } from './db'
import { drain, type Recorded } from './event-store'
import { startJobs, stopJobs } from './jobs'
import { listen, stopLive } from './live'
import { log } from './log'
import { type Plugin, plugins } from './plugin'

// So many are one statement rather than hundreds; a single one waits no longer for it.
const GATHERED = 500

const react = (plugin: Plugin) =>
  plugin.policies || plugin.gathered ? transact((tx) => takeRound(tx, plugin)) : Promise.resolve(0)

async function takeRound(tx: Tx, { name, policies, gathered }: Plugin): Promise<number> {
  const waiting = new Map<string, Recorded[]>()
  const take = async (inner: Tx, event: Recorded) => {
    if (gathered?.[event.type] === undefined) return policies?.[event.type]?.(inner, event)
    const same = waiting.get(event.type)
    if (same) same.push(event)
    else waiting.set(event.type, [event])
  }
  const handled = await drain(tx, name, take, ...(gathered ? [GATHERED] : []))
  for (const [type, events] of waiting) await gathered?.[type]?.(tx, events)
  if (handled > 0) crashPoint('events-handled')
  return handled
}

/** One round of every policy; answers how many events were handled. Called by a wake-up and by a timer as safety net. */
export async function work(): Promise<number> {
  let handled = 0
  const broken: unknown[] = []
  for (const plugin of plugins())
    await react(plugin)
      .then((count) => (handled += count))
      .catch((error) => broken.push(error))
  // Those listed behind a policy that cannot go on still get their turn.
  if (broken.length > 0) throw broken.length === 1 ? broken[0] : new AggregateError(broken, 'policies')
  return handled
}

const shared = globalThis as { bozorWorker?: { stop(): Promise<void> } }

/** Policies within a quarter of a second of their event, sweeps at their intervals, jobs as they fall due. */
export async function startWorker(): Promise<void> {
  if (shared.bozorWorker) return
  const timers: NodeJS.Timeout[] = []
  let running: Promise<void> | undefined
  let stopped = false
  const round = () => {
    if (stopped || running) return
    running = drainAll(() => stopped)
      .catch((error) => log.error({ err: error }, 'policies'))
      .finally(() => (running = undefined))
  }
  shared.bozorWorker = {
    async stop() {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await running
      await stopJobs()
    },
  }
  timers.push(setInterval(round, 250))
  for (const plugin of plugins())
    for (const [name, seconds] of Object.entries(plugin.every ?? {}))
      timers.push(setInterval(() => void sweep(plugin, name), seconds * 1000))
  await listen()
  await startJobs()
  log.info('worker started')
}

export async function stopWorker(): Promise<void> {
  await shared.bozorWorker?.stop()
  delete shared.bozorWorker
  await stopLive()
}

/** With a breath between two rounds: under load they find more each time instead of turning for every single event. */
const drainAll = async (stopped: () => boolean) => {
  while ((await work()) > 0 && !stopped()) await pause(40)
}

const sweep = async (plugin: Plugin, name: string) => {
  try {
    await plugin.functions?.[name]?.({} as never)
  } catch (error) {
    log.error({ err: error, sweep: name }, 'sweep')
  }
}
