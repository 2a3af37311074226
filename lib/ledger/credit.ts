import type { Actor } from '@/lib/auth/schema'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { type Currency, type Money, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { creditAccount } from './accounts'
import { lockedBalance } from './locked-balance'
import { post } from './post'
import { creditGrantedPosting, creditTakenPosting, type GivenCredit } from './postings/credit'
import type { CreditPage } from './schema'

/** Gives store credit under `ref`, once. Joins the caller's transaction. */
export const grantCredit = (tx: Tx, given: GivenCredit): Promise<void> => post(tx, creditGrantedPosting(given))

/**
 * Takes back what was given under `ref`, as far as it has not been spent; answers how much. Asked again, it takes no
 * more and answers the same. Joins the caller's transaction.
 */
export async function takeCredit(tx: Tx, given: GivenCredit): Promise<Money> {
  const { amount, currency } = given.amount
  const { code } = creditAccount(given.userId, currency)
  const balance = -(await lockedBalance(tx, code))
  const { rows } = await tx.query<{ amount: number }>(
    `select e.amount from ledger_txn t join ledger_entry e on e.txn_id = t.id
      where t.kind = 'credit-taken' and t.ref = $1 and e.amount > 0`,
    [given.ref],
  )
  if (rows[0]) return money(rows[0].amount, currency)
  const taken = money(Math.max(0, Math.min(amount, balance)), currency)
  await post(tx, creditTakenPosting({ ...given, amount: taken }))
  return taken
}

/** Nobody else can spend it until the caller's transaction ends. Refuses with `not-enough-credit`, which says how much is there. */
export async function lockCredit(tx: Tx, userId: string, amount: Money): Promise<Result<true, 'not-enough-credit'>> {
  const left = 0 - (await lockedBalance(tx, creditAccount(userId, amount.currency).code))
  return amount.amount <= left ? ok(true) : fail('not-enough-credit', { left })
}

const balance = prepared(
  'select b.amount from ledger_balance b join ledger_account a on a.id = b.account_id where a.code = $1',
)

/** What a person can spend now; nothing for a guest. */
export async function creditOf(actor: Actor, currency: Currency = 'UZS'): Promise<Money> {
  if (actor.kind !== 'user') return money(0, currency)
  const { rows } = await sql.query<{ amount: number }>(balance, [creditAccount(actor.id, currency).code])
  return money(-(rows[0]?.amount ?? 0), currency)
}

const page = `
  select e.id, e.type, -e.amount as amount, t.number, t.at
    from ledger_entry e join ledger_txn t on t.id = e.txn_id
   where e.account_id = (select id from ledger_account where code = $1) and ($2::bigint is null or e.id < $2)
   order by e.id desc limit $3`

type Row = { id: number; type: CreditPage['items'][number]['type']; amount: number; number: string | null; at: Date }

/** A person's own history, newest first; signed in the person's view. */
export async function listCredit(actor: Actor, cursor?: string, limit = 20): Promise<CreditPage> {
  if (actor.kind !== 'user') return { items: [], nextCursor: null }
  const before = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : null
  const { rows } = await sql.query<Row>(page, [creditAccount(actor.id, 'UZS').code, before, limit + 1])
  const items = rows.slice(0, limit).map(({ at, amount, ...row }) => {
    return { ...row, amount: money(amount, 'UZS'), at: at.toISOString() }
  })
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? String(last.id) : null }
}
