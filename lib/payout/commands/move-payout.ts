import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { postPayout } from '@/lib/ledger'
import { getDetails } from '../queries/get-terms'
import type { PayoutRefusal, PayoutStatus } from '../schema'

export type PayoutRow = {
  id: Id<'pyt'>
  shop_id: Id<'sho'>
  status: PayoutStatus
  amount: number
  currency: Currency
  details_id: string
  proposed_by: string
}

export type Moved = Promise<Result<{ id: string; status: PayoutStatus }, PayoutRefusal>>

/** The row, locked: of two who decide at once the second one sees what the first one did. */
export async function openPayout(
  tx: Tx,
  id: string,
  from: readonly PayoutStatus[],
  actor: Actor,
): Promise<Result<PayoutRow, PayoutRefusal>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { rows } = await tx.query<PayoutRow>(
    `select id, shop_id, status, amount, currency, details_id, proposed_by from payout where id = $1 for update`,
    [id],
  )
  const row = rows[0]
  if (!row) return fail('not-found')
  return from.includes(row.status) ? ok(row) : fail('wrong-status', { status: row.status })
}

/** An account that was changed after the proposal is not the one that somebody looked at. */
export async function hasDetails(tx: Tx, row: PayoutRow): Promise<boolean> {
  const details = await getDetails(tx, row.shop_id)
  return details?.id === row.details_id && details.frozenUntil === null
}

/** By a second person, who is signed in: neither the one who proposed it nor a machine. */
export const approvePayout = (id: string, actor: Actor): Moved =>
  transact(async (tx) => {
    const found = await openPayout(tx, id, ['proposed'], actor)
    if (!found.ok) return found
    if (actor.kind !== 'user' || found.value.proposed_by === actor.id) return fail('second-person')
    if (!(await hasDetails(tx, found.value))) return fail('details-changed')
    await tx.query(
      `update payout set status = 'approved', approved_by = $2, approved_at = now() where id = $1 and status = 'proposed'`,
      [id, actor.id],
    )
    return ok({ id, status: 'approved' as const })
  })

const post = (tx: Tx, { id, shop_id, amount, currency }: PayoutRow, step: 'rejected' | 'paid') =>
  postPayout(tx, { payoutId: id, shopId: shop_id, amount: money(amount, currency), step })

/** The money is payable again, and its entries wait for the next payout. Debt that was covered stays covered. */
export const rejectPayout = (id: string, reason: string, actor: Actor): Moved =>
  transact(async (tx) => {
    const found = await openPayout(tx, id, ['proposed', 'approved', 'exported'], actor)
    if (!found.ok) return found
    await tx.query(
      `update payout set status = 'rejected', rejected_by = $2, rejected_at = now(), reason = $3 where id = $1`,
      [id, actorId(actor), reason.slice(0, 500)],
    )
    await tx.query('update payout_line set active = false where payout_id = $1', [id])
    must(await post(tx, found.value, 'rejected'))
    return ok({ id, status: 'rejected' as const })
  })

/** The bank has done it: the one step that cannot be taken back. */
export const markPayoutPaid = (id: string, actor: Actor): Moved =>
  transact(async (tx) => {
    const found = await openPayout(tx, id, ['exported'], actor)
    if (!found.ok) return found
    await tx.query(`update payout set status = 'paid', paid_by = $2, paid_at = now() where id = $1`, [
      id,
      actorId(actor),
    ])
    must(await post(tx, found.value, 'paid'))
    return ok({ id, status: 'paid' as const })
  })
