import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type BankRow, bankFile } from '../domain/bank-file'
import { getDetailsById } from '../queries/get-terms'
import type { PayoutRefusal } from '../schema'
import { hasDetails, openPayout, type PayoutRow } from './move-payout'

const TASHKENT = 5 * 3_600_000

async function toBankRow(tx: Tx, payout: PayoutRow): Promise<BankRow> {
  const details = await getDetailsById(tx, payout.details_id)
  const { rows } = await tx.query<{ exported_at: Date; period: string }>(
    'select exported_at, period from payout where id = $1',
    [payout.id],
  )
  const row = rows[0]
  if (!details || !row) throw new Error(`Payout ${payout.id} lost its details`)
  return {
    payoutId: payout.id,
    date: new Date(row.exported_at.getTime() + TASHKENT).toISOString().slice(0, 10),
    holder: details.holder,
    taxId: details.tin ?? details.pinfl ?? '',
    account: details.account,
    mfo: details.mfo,
    bank: details.bank,
    amount: payout.amount,
    currency: payout.currency,
    purpose: `Bozor: sotuvchiga toʻlov, ${row.period}, ${payout.id}`,
  }
}

async function exportOne(tx: Tx, id: string, actor: Actor): Promise<Result<BankRow, PayoutRefusal>> {
  const found = await openPayout(tx, id, ['approved', 'exported'], actor)
  if (!found.ok) return found
  if (found.value.status === 'approved') {
    if (!(await hasDetails(tx, found.value))) return fail('details-changed', { id })
    await tx.query(`update payout set status = 'exported', exported_by = $2, exported_at = now() where id = $1`, [
      id,
      actorId(actor),
    ])
  }
  return ok(await toBankRow(tx, found.value))
}

/** Which payouts wait for the bank. */
const approved = async (tx: Tx): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `select id from payout where status = 'approved' order by id limit 1000`,
  )
  return rows.map(({ id }) => id)
}

type BankFile = { file: string; ids: string[] }

/**
 * The bank's file of these payouts, or of all that are approved; columns as in `bankColumns`. An exported one may be
 * exported again and gives the same line. All or none.
 */
export const exportPayouts = (
  ids: readonly string[] | undefined,
  actor: Actor,
): Promise<Result<BankFile, PayoutRefusal | 'nothing-approved'>> =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    const wanted = ids ? [...new Set(ids)].sort() : await approved(tx)
    if (wanted.length === 0) return fail('nothing-approved')
    const rows: BankRow[] = []
    for (const id of wanted) {
      const one = await exportOne(tx, id, actor)
      if (!one.ok) return one
      rows.push(one.value)
    }
    return ok({ file: bankFile(rows), ids: wanted })
  })
