import type { Tx } from '@/lib/kernel/db'
import type { Currency } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { shopAccount } from './accounts'
import { lockedBalance } from './locked-balance'
import { post } from './post'
import { payoutDebtPosting, payoutPosting, reserveReleasePosting } from './postings/payout'
import type { PayoutEndRefusal, PayoutRefusal, PostPayout, PostPayoutDebt, PostReserveRelease, ShopId } from './schema'

type ShopKind = 'shop_payable' | 'shop_debt' | 'reserve'
type Refused<Code extends string> = Promise<Result<true, Code>>

/** Two payouts of one shop come one after the other. */
const locked = (tx: Tx, kind: ShopKind, shopId: ShopId, currency: Currency) =>
  lockedBalance(tx, shopAccount(kind, shopId, currency).code)

type Known = { amount: number; shop_id: string; currency: Currency; ended: string | null }

const findPayout = `
  select e.amount, a.shop_id, e.currency,
         (select max(x.type) from ledger_txn d join ledger_entry x on x.txn_id = d.id
           where d.kind = 'payout-end' and d.ref = $1) as ended
    from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
   where t.kind = 'payout' and t.ref = $1 and a.shop_id is not null`

async function endPayout(tx: Tx, input: PostPayout): Refused<PayoutEndRefusal> {
  await locked(tx, 'shop_payable', input.shopId, input.amount.currency)
  const { rows } = await tx.query<Known>(findPayout, [input.payoutId])
  const known = rows[0]
  if (!known || known.shop_id !== input.shopId) return fail('unknown-payout')
  if (known.amount !== input.amount.amount || known.currency !== input.amount.currency) return fail('wrong-amount')
  if (known.ended && known.ended !== `payout-${input.step}`) return fail('payout-ended')
  await post(tx, payoutPosting(input))
  return ok(true)
}

/**
 * A payout's way through the books: `proposed` takes it from what is payable into transit, `paid` to the bank,
 * `rejected` back. Each step is safe to repeat; a payout ends once. Joins the caller's transaction.
 */
export async function postPayout(tx: Tx, input: PostPayout): Refused<PayoutEndRefusal> {
  const { amount, currency } = input.amount
  if (amount <= 0) return fail('wrong-amount')
  if (input.step !== 'proposed') return endPayout(tx, input)
  const payable = -(await locked(tx, 'shop_payable', input.shopId, currency))
  const { rowCount } = await tx.query(`select 1 from ledger_txn where kind = 'payout' and ref = $1`, [input.payoutId])
  if (!rowCount && amount > payable) return fail('not-enough-payable', { payable })
  await post(tx, payoutPosting(input))
  return ok(true)
}

/** What the shop owes is taken off its payable first. Ask before `postPayout`. Joins the caller's transaction. */
export async function postPayoutDebt(tx: Tx, input: PostPayoutDebt): Refused<PayoutRefusal> {
  const { amount, currency } = input.amount
  if (amount <= 0) return fail('wrong-amount')
  const payable = -(await locked(tx, 'shop_payable', input.shopId, currency))
  const debt = await locked(tx, 'shop_debt', input.shopId, currency)
  const { rowCount } = await tx.query(`select 1 from ledger_txn where kind = 'payout-debt' and ref = $1`, [
    input.payoutId,
  ])
  if (!rowCount && amount > payable) return fail('not-enough-payable', { payable })
  if (!rowCount && amount > debt) return fail('not-enough-debt', { debt })
  await post(tx, payoutDebtPosting(input))
  return ok(true)
}

/** What was held in reserve becomes payable. Joins the caller's transaction. */
export async function postReserveRelease(tx: Tx, input: PostReserveRelease): Refused<PayoutRefusal> {
  const { amount, currency } = input.amount
  if (amount <= 0) return fail('wrong-amount')
  const reserve = -(await locked(tx, 'reserve', input.shopId, currency))
  const { rowCount } = await tx.query(`select 1 from ledger_txn where kind = 'reserve-release' and ref = $1`, [
    input.releaseId,
  ])
  if (!rowCount && amount > reserve) return fail('not-enough-reserve', { reserve })
  await post(tx, reserveReleasePosting(input))
  return ok(true)
}
