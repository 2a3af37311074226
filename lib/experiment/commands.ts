import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import { now } from '@/lib/kernel/clock'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { readPlace } from './read-place'
import type { ExperimentInput, PastStage, Place, StageInput } from './schema'

/** A draft: nobody sees anything of it yet. */
export async function createExperiment(
  { key, name, place, variants, share, planned }: ExperimentInput,
  actor: Actor,
): Promise<Result<string, 'forbidden' | 'experiment-exists'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const id = newId('exp')
  const { rowCount } = await sql.query(
    `insert into experiment (id, key, name, place, variants, share, planned, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing`,
    [id, key, name, place, JSON.stringify(variants), share, planned, actorId(actor)],
  )
  return rowCount ? ok(id) : fail('experiment-exists')
}

type Row = { place: Place; status: string; share: number; variants: ExperimentInput['variants'] }

async function lock(tx: Tx, id: string): Promise<Row | null> {
  const { rows } = await tx.query<Row>(
    'select place, status, share, variants from experiment where id = $1 for update',
    [id],
  )
  return rows[0] ?? null
}

const changed = (tx: Tx, place: Place) => invalidate(tx, [tags.place(place), tags.measuring()])

type Started = Result<true, 'forbidden' | 'not-found' | 'wrong-status' | 'place-busy' | 'control-changed'>

/** One experiment at a place: two would be tried on the same words. */
export async function startExperiment(id: string, actor: Actor): Promise<Started> {
  if (!isOperator(actor)) return fail('forbidden')
  return transact(async (tx): Promise<Started> => {
    const found = await lock(tx, id)
    if (found === null) return fail('not-found')
    if (found.status !== 'draft') return fail('wrong-status')
    // Taken by whoever starts something here: the place's rows may not be there yet.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`place:${found.place}`])
    const { usual, trial } = await readPlace(tx, found.place)
    if (trial !== null) return fail('place-busy')
    if (found.variants[0]?.option !== usual) return fail('control-changed')
    await tx.query(`update experiment set status = 'running', started_at = now() where id = $1`, [id])
    await changed(tx, found.place)
    return ok(true)
  })
}

type Changed = Result<true, 'forbidden' | 'not-found' | 'wrong-status' | 'other-options' | 'share-must-grow'>

/**
 * Takes in more visitors, shared out by other weights if asked for. Whoever has a variant keeps it, so a share only
 * grows, and weights count for those alone who come in with it. What ran before is kept with who has changed it.
 */
export async function widenExperiment(id: string, { share, variants }: StageInput, actor: Actor): Promise<Changed> {
  if (!isOperator(actor)) return fail('forbidden')
  return transact(async (tx): Promise<Changed> => {
    const found = await lock(tx, id)
    if (found === null) return fail('not-found')
    if (found.status !== 'running') return fail('wrong-status')
    if (found.variants.some(({ option }, at) => variants[at]?.option !== option)) return fail('other-options')
    if (variants.length !== found.variants.length) return fail('other-options')
    if (share <= found.share) return fail('share-must-grow')
    const past = { share: found.share, variants: found.variants, by: actorId(actor), until: now().toISOString() }
    await tx.query('update experiment set share = $2, variants = $3, before = before || $4::jsonb where id = $1', [
      id,
      share,
      JSON.stringify(variants),
      JSON.stringify([past satisfies PastStage]),
    ])
    await changed(tx, found.place)
    return ok(true)
  })
}

/** Everybody sees the usual page again; what was seen so far counts. */
export async function endExperiment(id: string, actor: Actor): Promise<Result<true, 'forbidden' | 'wrong-status'>> {
  if (!isOperator(actor)) return fail('forbidden')
  return transact(async (tx): Promise<Result<true, 'wrong-status'>> => {
    const found = await lock(tx, id)
    if (found?.status !== 'running') return fail('wrong-status')
    await tx.query(`update experiment set status = 'ended', ended_at = now() where id = $1`, [id])
    await changed(tx, found.place)
    return ok(true)
  })
}

/** Only what has not begun leaves no trace. */
export async function dropExperiment(id: string, actor: Actor): Promise<Result<true, 'forbidden' | 'wrong-status'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { rowCount } = await sql.query(`delete from experiment where id = $1 and status = 'draft'`, [id])
  return rowCount ? ok(true) : fail('wrong-status')
}

type Settled = Result<true, 'forbidden' | 'wrong-status' | 'place-busy' | 'unknown-option'>

/** What everybody sees from now on: one of the variants of an experiment that has ended. */
export async function settlePlace(id: string, option: string, actor: Actor): Promise<Settled> {
  if (!isOperator(actor)) return fail('forbidden')
  return transact(async (tx): Promise<Settled> => {
    const found = await lock(tx, id)
    if (found?.status !== 'ended') return fail('wrong-status')
    if (!found.variants.some((variant) => variant.option === option)) return fail('unknown-option')
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`place:${found.place}`])
    if ((await readPlace(tx, found.place)).trial !== null) return fail('place-busy')
    await tx.query(
      `insert into place_option (place, option, experiment_id, decided_by) values ($1, $2, $3, $4)
       on conflict (place) do update set option = excluded.option, experiment_id = excluded.experiment_id,
          decided_by = excluded.decided_by, decided_at = now()`,
      [found.place, option, id, actorId(actor)],
    )
    await changed(tx, found.place)
    return ok(true)
  })
}
