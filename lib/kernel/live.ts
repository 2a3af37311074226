import pg from 'pg'
import type { Tx } from './db'
import { env } from './env'
import { log } from './log'

type Listener = (message: string) => void
type State = {
  client?: pg.Client | undefined
  opening?: Promise<void> | undefined
  stopped: boolean
}

/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorLive?: Map<string, Set<Listener>>; bozorLiveState?: State }
const channels = () => (shared.bozorLive ??= new Map())
const state = () => (shared.bozorLiveState ??= { stopped: false })

/** One database channel for everything; the payload is `channel message`. */
const channel = 'bozor_live'

/** Tells every instance; call it from a policy or outside a transaction, never in the checkout's (it locks at commit). */
export const notifyLive = (tx: Tx, name: string, message = '') =>
  tx.query('select pg_notify($1, $2)', [channel, `${name} ${message}`])

/** Listens to a channel (`order:<id>`, `shop:<id>`, `cache`) until the returned function is called. */
export function subscribe(name: string, listener: Listener): () => void {
  const listeners = channels().get(name) ?? new Set<Listener>()
  channels().set(name, listeners.add(listener))
  void listen()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) channels().delete(name)
  }
}

const deliver = (payload = '') => {
  const at = payload.indexOf(' ')
  for (const listener of channels().get(payload.slice(0, at)) ?? []) listener(payload.slice(at + 1))
}

async function open(): Promise<void> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 2_000, keepAlive: true })
  const lost = () => {
    if (state().client === client) state().client = undefined
    if (!state().stopped) setTimeout(() => void listen(), 1_000).unref()
  }
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => deliver(payload))
  await client.connect()
  await client.query(`listen ${channel}`)
  state().client = client
  // What was said since the last ear closed, or while the first was being opened.
  deliver('missed ')
}

/** One LISTEN connection per instance, reopened when it is lost. */
export async function listen(): Promise<void> {
  const live = state()
  live.stopped = false
  if (live.client) return
  live.opening ??= open()
    .catch((error) => log.warn({ err: error }, 'live updates: reconnecting'))
    .finally(() => (live.opening = undefined))
  await live.opening
}

export async function stopLive(): Promise<void> {
  state().stopped = true
  await state().client?.end()
  state().client = undefined
}
