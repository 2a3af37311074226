import { type Tx, transact } from '@/lib/kernel/db'
import { note } from '@/lib/kernel/event-store'
import { type Answer, accept, refuse } from './errors'
import type { FiscalParams } from './params'
import { findTransaction } from './transaction'

const text = (value: string | number | null | undefined) => (value === undefined ? null : value && String(value))

/** A document that was accepted is never replaced; one that had only arrived gives way to the next try. */
async function keep(tx: Tx, { id, type, fiscal_data: data }: FiscalParams): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into payme_fiscal as kept (transaction_id, type, status_code, receipt_id, terminal_id, fiscal_sign,
                                       qr_code_url, date, document)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (transaction_id, type) do update
       set status_code = excluded.status_code, receipt_id = excluded.receipt_id, terminal_id = excluded.terminal_id,
           fiscal_sign = excluded.fiscal_sign, qr_code_url = excluded.qr_code_url, date = excluded.date,
           document = excluded.document, received_at = now()
       where kept.status_code is distinct from 0 and kept.document <> excluded.document`,
    [
      id,
      type,
      data.status_code ?? null,
      text(data.receipt_id),
      text(data.terminal_id),
      text(data.fiscal_sign),
      text(data.qr_code_url),
      text(data.date),
      JSON.stringify(data),
    ],
  )
  return rowCount === 1
}

/** Sale and return are two documents; a repeat changes nothing. */
export const setFiscalData = (params: FiscalParams): Promise<Answer> =>
  transact(async (tx) => {
    const { id, type, fiscal_data } = params
    if (!(await findTransaction(tx, id))) return refuse(-32001)
    if (await keep(tx, params)) {
      const data = { transactionId: id, type, fiscalData: fiscal_data }
      await note(tx, `payme-${id}`, { type: 'FiscalDataReceived', data }, { actorId: 'payme' })
    }
    return accept({ success: true })
  })
