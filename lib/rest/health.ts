import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@/lib/kernel/db'

const patience = 2_000

const answers = (statement: string): Promise<boolean> =>
  Promise.race([
    sql.query(statement).then(
      () => true,
      () => false,
    ),
    pause(patience, false, { ref: false }),
  ])

/** Does the database answer within two seconds? */
export const databaseAnswers = () => answers('select 1')

/** It answers, and the schema is there: an instance that may get traffic. */
export const isReady = () => answers('select 1 from event limit 1')

export const stateOf = (well: boolean, word: string): Response =>
  Response.json(
    { status: well ? word : 'unavailable' },
    {
      status: well ? 200 : 503,
      headers: { 'Cache-Control': 'private, no-store', ...(well ? {} : { 'Retry-After': '2' }) },
    },
  )
