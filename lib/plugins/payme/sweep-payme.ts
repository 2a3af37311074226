import { now } from '@/lib/kernel/clock'
import { sql, transact } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { endTransaction, TIMEOUT_REASON } from './end-transaction'
import { isExpired, LIFE_MS, lockTransaction } from './transaction'

const endExpired = (id: string) =>
  transact(async (tx) => {
    const row = await lockTransaction(tx, id)
    const at = now().getTime()
    if (!row || !isExpired(row, at)) return false
    await endTransaction(tx, row, at, TIMEOUT_REASON)
    return true
  })

/** Nobody calls about an abandoned checkout: its transaction is closed here, and the order is free again. */
export async function sweepPayme(): Promise<number> {
  const { rows } = await sql.query<{ id: string }>(
    'select id from payme_transaction where state = 1 and time < $1 order by time limit 500',
    [now().getTime() - LIFE_MS],
  )
  let ended = 0
  for (const { id } of rows) if (await endExpired(id)) ended++
  if (ended > 0) log.info({ ended }, 'Payme transactions timed out')
  return ended
}
