import { createHash } from 'node:crypto'
import { transact } from '@/lib/kernel/db'
import { note } from '@/lib/kernel/event-store'
import { type Answer, accept, refuse } from './errors'
import type { FiscalParams } from './params'
import { findTransaction } from './transaction'

/** Sale and return are two documents; each is kept once, as it came. */
export const setFiscalData = ({ id, type, fiscal_data }: FiscalParams): Promise<Answer> =>
  transact(async (tx) => {
    if (!(await findTransaction(tx, id))) return refuse(-32001)
    const sha256 = createHash('sha256').update(JSON.stringify(fiscal_data)).digest('hex')
    const { rowCount } = await tx.query(
      `insert into provider_event (provider, event_key, payload_sha256) values ('payme', $1, $2) on conflict do nothing`,
      [`fiscal:${id}:${type}`, sha256],
    )
    const data = { transactionId: id, type, fiscalData: fiscal_data }
    if (rowCount) await note(tx, `payme-${id}`, { type: 'FiscalDataReceived', data }, { actorId: 'payme' })
    return accept({ success: true })
  })
