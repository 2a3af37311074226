import type { Tx } from './db'
import type { DomainEvent } from './decider'
import type { Recorded } from './event-store'

/** Modules add their ports here by declaration merging; the kernel knows none of them. */
// biome-ignore lint/suspicious/noEmptyInterface: only an interface can be merged into
export interface Ports {}

export type Reaction = (tx: Tx, event: Recorded) => Promise<void>

/** The one way to join the system: domain modules and vendor adapters have the same shape. */
export type Plugin = {
  readonly name: string
  readonly provides?: Partial<Ports>
  /** Read models: run inside the transaction that appends the event. */
  readonly projections?: Record<string, Reaction>
  /** Tables that `projections` own: emptied, then filled from the log by a rebuild. */
  readonly tables?: readonly string[]
  /** What follows from an event: run after commit, once, on any instance. */
  readonly policies?: Record<string, Reaction>
  /** Policies that take all events of a round at once, after the others: of many changes only the last is worth work. */
  readonly gathered?: Record<string, (tx: Tx, events: readonly Recorded[]) => Promise<void>>
  /** Slow or outside work, by name; at least once, so it must bear repeating. */
  readonly functions?: Record<string, (input: never) => Promise<unknown>>
  /** Sweeps: a function's name and how often it runs, in seconds. */
  readonly every?: Record<string, number>
}

/** Ties a reaction to the event it is for, so `event.data` is typed. */
export const on =
  <Event extends DomainEvent>(react: (tx: Tx, event: Recorded<Event>) => Promise<void>): Reaction =>
  (tx, event) =>
    react(tx, event as Recorded<Event>)

/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorPlugins?: readonly Plugin[] }

export const boot = (list: readonly Plugin[]) => void (shared.bozorPlugins = list)

export const plugins = (): readonly Plugin[] => shared.bozorPlugins ?? []

export const projectionsFor = (type: string): Reaction[] =>
  plugins().flatMap(({ projections }) => projections?.[type] ?? [])

/** The adapter behind a port, or undefined where none is configured. */
export const maybe = <Name extends keyof Ports>(name: Name): Ports[Name] | undefined =>
  plugins().find(({ provides }) => provides && name in provides)?.provides?.[name]

export function use<Name extends keyof Ports>(name: Name): Ports[Name] {
  const port = maybe(name)
  if (!port) throw new Error(`No plug-in provides "${String(name)}"`)
  return port
}
