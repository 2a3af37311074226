import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { fail, ok } from '@/lib/kernel/result'
import type { CashLimit } from '../schema'

/**
 * What may be paid at the door in a region (SOATO; 0: everywhere without a limit of its own). Amounts in minor units of
 * UZS. Refuses with `forbidden`, and with `wrong-range` where a first order may cost more than any.
 */
export async function setCashLimit(region: number, { allowed, most, mostFirst }: CashLimit, actor: Actor) {
  if (!isOperator(actor)) return fail('forbidden')
  if (mostFirst < 0 || mostFirst > most) return fail('wrong-range')
  await sql.query(
    `insert into cash_limit (region, allowed, most, most_first) values ($1, $2, $3, $4)
     on conflict (region) do update set allowed = excluded.allowed, most = excluded.most,
       most_first = excluded.most_first, updated_at = now()`,
    [region, allowed, most, mostFirst],
  )
  return ok({ region })
}
