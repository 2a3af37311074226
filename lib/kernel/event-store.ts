import type { Tx } from './db'
import { prepared, VersionConflict } from './db'
import type { Decider, DomainEvent } from './decider'
import { projectionsFor } from './plugin'
import { ok, type Result } from './result'

export type Recorded<Event extends DomainEvent = DomainEvent> = Event & {
  readonly streamId: string
  readonly version: number
  readonly at: string
}

type Row = { type: string; data: object; stream_id: string; version: number; at: Date }
type Meta = { actorId: string }

const recorded = ({ type, data, stream_id, version, at }: Row): Recorded => ({
  type,
  data,
  streamId: stream_id,
  version,
  at: at.toISOString(),
})

const readStream = prepared('select type, data from event where stream_id = $1 order by version')

async function read<State, Command, Event extends DomainEvent, Code extends string>(
  tx: Tx,
  decider: Decider<State, Command, Event, Code>,
  id: string,
) {
  const past = await tx.query<Row>(readStream, [`${decider.stream}-${id}`])
  return { state: (past.rows as unknown as Event[]).reduce(decider.evolve, decider.initial), version: past.rows.length }
}

/** The state as the log tells it now. */
export const load = async <State, Command, Event extends DomainEvent, Code extends string>(
  tx: Tx,
  decider: Decider<State, Command, Event, Code>,
  id: string,
): Promise<State> => (await read(tx, decider, id)).state

/** Load, decide, append, project: inside the caller's transaction. Refuses as the decider refuses. */
export async function handle<State, Command, Event extends DomainEvent, Code extends string>(
  tx: Tx,
  decider: Decider<State, Command, Event, Code>,
  id: string,
  command: Command,
  meta: Meta,
) {
  const { state, version } = await read(tx, decider, id)
  const decision = decider.decide(state, command)
  if (decision.ok) await append(tx, `${decider.stream}-${id}`, version, decision.value, meta)
  return decision
}

/** A stream that nobody has written yet: saves the read, and the unique key refuses a second first event. Answers what was recorded. */
export async function create<State, Command, Event extends DomainEvent, Code extends string>(
  tx: Tx,
  decider: Decider<State, Command, Event, Code>,
  id: string,
  command: Command,
  meta: Meta,
): Promise<Result<(Event & Recorded)[], Code>> {
  const decision = decider.decide(decider.initial, command)
  if (!decision.ok) return decision
  return ok((await append(tx, `${decider.stream}-${id}`, 0, decision.value, meta)) as (Event & Recorded)[])
}

const insertEvents = prepared(
  `insert into event (stream_id, version, type, data, meta)
   select $1, $2 + e.n, e.event->>'type', e.event->'data', $4::jsonb
     from jsonb_array_elements($3::jsonb) with ordinality as e(event, n) order by e.n
   returning stream_id, version, type, data, at`,
)

/** Appends behind `version`, the number of events the writer has seen; somebody else's append is a VersionConflict. */
export async function append(tx: Tx, streamId: string, version: number, events: DomainEvent[], meta: Meta) {
  if (events.length === 0) return []
  const given = JSON.stringify(events.map(({ type, data }) => ({ type, data })))
  const { rows } = await tx
    .query<Row>(insertEvents, [streamId, version, given, JSON.stringify(meta)])
    .catch(refuseLostRace(streamId))
  return projectAll(tx, rows.map(recorded))
}

const refuseLostRace = (stream: string) => (error: { code?: string; constraint?: string }) => {
  throw error.code === '23505' && error.constraint === 'event_pkey' ? new VersionConflict(stream) : error
}

async function projectAll(tx: Tx, events: Recorded[]): Promise<Recorded[]> {
  for (const event of events) for (const project of projectionsFor(event.type)) await project(tx, event)
  return events
}

const insertNotes = prepared(
  `insert into event (stream_id, version, type, data, meta)
   select n.stream, coalesce((select max(o.version) from event o where o.stream_id = n.stream), 0) + 1, n.type, n.data, $2::jsonb
     from jsonb_to_recordset($1::jsonb) as n(stream text, type text, data jsonb)
   returning stream_id, version, type, data, at`,
)

/** Appends facts to streams without a decider (catalogue changes), one to each: the version is whatever comes next. */
export async function noteEach(tx: Tx, notes: readonly { streamId: string; event: DomainEvent }[], meta: Meta) {
  if (notes.length === 0) return
  const given = notes.map(({ streamId, event: { type, data } }) => ({ stream: streamId, type, data }))
  const { rows } = await tx
    .query<Row>(insertNotes, [JSON.stringify(given), JSON.stringify(meta)])
    .catch(refuseLostRace(notes.map(({ streamId }) => streamId).join()))
  await projectAll(tx, rows.map(recorded))
}

export const note = (tx: Tx, streamId: string, event: DomainEvent, meta: Meta) =>
  noteEach(tx, [{ streamId, event }], meta)

type Checkpoint = { tx_id: number; position: number }
type FeedRow = Row & Checkpoint

const lockCheckpoint = prepared('select tx_id, position from checkpoint where name = $1 for update skip locked')
const readFeed = prepared(
  `select stream_id, version, type, data, at, tx_id, position from event
    where (tx_id, position) > ($1, $2) and tx_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    order by tx_id, position limit $3`,
)

const hold = async (tx: Tx, name: string) => (await tx.query<Checkpoint>(lockCheckpoint, [name])).rows[0]

/** The first round of a new consumer; false where another instance reads for it just now. */
const begin = async (tx: Tx, name: string) =>
  (await tx.query('insert into checkpoint (name) values ($1) on conflict do nothing', [name])).rowCount === 1

/**
 * Hands each committed event to `react` once per consumer name, in order, on whichever instance gets the row lock.
 * `pg_snapshot_xmin` hides events of transactions still in flight, so none is skipped.
 */
export async function drain(
  tx: Tx,
  name: string,
  react: (tx: Tx, event: Recorded) => Promise<void>,
  limit = 200,
): Promise<number> {
  const from = (await hold(tx, name)) ?? ((await begin(tx, name)) ? await hold(tx, name) : undefined)
  if (!from) return 0
  const feed = await tx.query<FeedRow>(readFeed, [from.tx_id, from.position, limit])
  for (const row of feed.rows) await react(tx, recorded(row))
  const last = feed.rows.at(-1)
  if (last)
    await tx.query('update checkpoint set tx_id = $2, position = $3 where name = $1', [name, last.tx_id, last.position])
  return feed.rows.length
}
