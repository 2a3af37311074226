import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { checkLedger } from './invariants'
import type { AccountKind, Proof, TrialLine } from './schema'

type Row = {
  code: string
  kind: AccountKind
  shop: string | null
  currency: Currency
  entries: number
  debit: number
  credit: number
}

const MOST = 500

/** Every account with what went in and out of it, summed up from the entries and not from a cache. */
export async function trialBalance(actor: Actor): Promise<TrialLine[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<Row>(
    // People's credit is told in one: who they are is not the reader's business here.
    `select case when a.user_id is null then a.code else a.kind end as code, a.kind, s.name as shop, a.currency,
            sum(e.entries)::bigint as entries, sum(e.debit)::bigint as debit, sum(e.credit)::bigint as credit
       from (select account_id, count(*) as entries, coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit,
                    coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credit
               from ledger_entry group by account_id) e
       join ledger_account a on a.id = e.account_id
       left join shop s on s.id = a.shop_id
      group by 1, 2, 3, 4, a.shop_id
      order by a.shop_id is not null, a.kind, s.name, 1 limit ${MOST}`,
  )
  return rows.map(({ currency, debit, credit, ...row }) => ({
    ...row,
    debit: money(debit, currency),
    credit: money(credit, currency),
    balance: money(debit - credit, currency),
  }))
}

/** The whole proof, check by check; null for everybody but the operator. */
export async function proveLedger(actor: Actor): Promise<Proof | null> {
  if (!isOperator(actor)) return null
  const passed: Proof['passed'] = []
  const began = performance.now()
  const report = await checkLedger((name, found) => passed.push({ name, found }))
  return { ...report, passed, milliseconds: Math.round(performance.now() - began) }
}
