import { type Actor, actorId, isOperator, isSeller } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getDetails } from '../queries/get-terms'
import type { PayoutDetails, PayoutDetailsInput, ScheduleInput } from '../schema'

const same = (old: PayoutDetails, input: PayoutDetailsInput) =>
  old.account === input.account &&
  old.mfo === input.mfo &&
  old.holder === input.holder &&
  old.bank === input.bank &&
  old.tin === (input.tin ?? null) &&
  old.pinfl === (input.pinfl ?? null) &&
  old.vatCode === (input.vatCode ?? null)

/** Where the money of the seller's own shop goes. A change is a new row, and nothing is paid for a day. */
export function saveDetails(input: PayoutDetailsInput, actor: Actor): Promise<Result<PayoutDetails, 'forbidden'>> {
  return transact(async (tx) => {
    if (!isSeller(actor)) return fail('forbidden')
    const old = await getDetails(tx, actor.shopId)
    if (old && same(old, input)) return ok(old)
    await tx.query(
      `insert into payout_details (id, shop_id, holder, tin, pinfl, account, mfo, bank, vat_code, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId('pdt'),
        actor.shopId,
        input.holder,
        input.tin ?? null,
        input.pinfl ?? null,
        input.account,
        input.mfo,
        input.bank,
        input.vatCode ?? null,
        actorId(actor),
      ],
    )
    const saved = await getDetails(tx, actor.shopId)
    if (!saved) throw new Error('Payout details were not written')
    return ok(saved)
  })
}

/** How often a shop is paid and what is held back: the operator's to say. */
export async function saveSchedule(
  shopSlug: string,
  input: ScheduleInput,
  actor: Actor,
): Promise<Result<true, 'forbidden' | 'not-found'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { rowCount } = await sql.query(
    `insert into payout_schedule (shop_id, every, minimum, reserve_bp, reserve_days, updated_by)
     select id, $2, $3, $4, $5, $6 from shop where slug = $1
     on conflict (shop_id) do update set every = excluded.every, minimum = excluded.minimum,
       reserve_bp = excluded.reserve_bp, reserve_days = excluded.reserve_days, updated_by = excluded.updated_by,
       updated_at = now()`,
    [shopSlug, input.every, input.minimum, input.reserveBp, input.reserveDays, actorId(actor)],
  )
  return rowCount ? ok(true) : fail('not-found')
}
