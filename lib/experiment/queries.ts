import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import { readPlace } from './read-place'
import { type Experiment, placeNames, type Usual } from './schema'

type Row = Omit<Experiment, 'createdAt' | 'startedAt' | 'endedAt'> & {
  created_at: Date
  started_at: Date | null
  ended_at: Date | null
}

const columns = 'id, key, name, place, status, variants, share, before, planned, created_at, started_at, ended_at'

const toExperiment = ({ created_at, started_at, ended_at, ...row }: Row): Experiment => ({
  ...row,
  createdAt: created_at.toISOString(),
  startedAt: started_at?.toISOString() ?? null,
  endedAt: ended_at?.toISOString() ?? null,
})

/** What runs first, then the newest. Nothing but for the market's people. */
export async function listExperiments(actor: Actor): Promise<Experiment[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<Row>(
    `select ${columns} from experiment order by status <> 'running', created_at desc limit 200`,
  )
  return rows.map(toExperiment)
}

/** Null: there is none, or it is none of the actor's business. */
export async function getExperiment(id: string, actor: Actor): Promise<Experiment | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<Row>(`select ${columns} from experiment where id = $1`, [id])
  return rows[0] === undefined ? null : toExperiment(rows[0])
}

/** What stands at every place. Nothing but for the market's people. */
export async function listUsual(actor: Actor): Promise<Usual[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<{ place: string }>('select place from place_option')
  const decided = new Set(rows.map(({ place }) => place))
  const usual: Usual[] = []
  for (const place of placeNames)
    usual.push({ place, option: (await readPlace(sql, place)).usual, decided: decided.has(place) })
  return usual
}

/** Whether anything is tried at all: then people are asked whether they may be counted. */
export async function isAnythingTried(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ some: boolean }>(
    `select exists (select 1 from experiment where status = 'running') as some`,
  )
  return rows[0]?.some === true
}
