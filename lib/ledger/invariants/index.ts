import { sql, type Tx, transact } from '@/lib/kernel/db'
import { plugins } from '@/lib/kernel/plugin'
import type { Breach } from '../schema'
import { bookChecks } from './books'
import type { Check } from './check'
import { effectChecks } from './effects'
import { marketChecks } from './market'

/** Everything that must hold, by name. There are no coupons to check (I9) before there is a module of promotions. */
export const checks: readonly Check[] = [...bookChecks, ...effectChecks, ...marketChecks]

/** More than so many of one kind are not named one by one. */
const MOST = 100

const readersOfTheLog = () => plugins().flatMap(({ name, policies }) => (policies ? [name] : []))

/** Materialized: a limit would let the planner hope for an early end, and on healthy books there is none. */
async function findOffenders(tx: Tx, { name, sql: text }: Check): Promise<Breach[]> {
  const { rows } = await tx.query<Omit<Breach, 'check'>>(
    `with x as materialized (${text}) select offender, detail from x where $1::text[] is not null limit ${MOST}`,
    [readersOfTheLog()],
  )
  return rows.map(({ offender, detail }) => ({ check: name, offender, detail }))
}

/** Each row names one violation; none on healthy books at rest. PostgreSQL adds up, so that memory here stays flat. */
export async function findBreaches(tx: Tx = sql, onChecked: (name: string, found: number) => void = () => {}) {
  const breaches: Breach[] = []
  for (const check of checks) {
    const found = await findOffenders(tx, check)
    onChecked(check.name, found.length)
    breaches.push(...found)
  }
  return breaches
}

export type LedgerReport = { entries: number; txns: number; checks: number; breaches: Breach[] }

/** The whole proof in one snapshot: what is posted meanwhile is in all checks or in none. */
export const checkLedger = (onChecked?: (name: string, found: number) => void): Promise<LedgerReport> =>
  transact(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    await tx.query('set local statement_timeout = 0')
    await tx.query(`set local work_mem = '64MB'`)
    const breaches = await findBreaches(tx, onChecked)
    const { rows } = await tx.query<{ entries: number; txns: number }>(
      'select (select count(*) from ledger_entry) as entries, (select count(*) from ledger_txn) as txns',
    )
    return { entries: rows[0]?.entries ?? 0, txns: rows[0]?.txns ?? 0, checks: checks.length, breaches }
  })
