import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { now } from '@/lib/kernel/clock'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { money } from '@/lib/kernel/money'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { postPayout, postPayoutDebt, shopBalances } from '@/lib/ledger'
import { periodOf } from '../domain/period'
import { type Plan, planPayout } from '../domain/plan'
import { getDetails, getSchedule } from '../queries/get-terms'
import type { PayoutDetails, PayoutId, PayoutRun, Skipped } from '../schema'

type Shop = { id: Id<'sho'>; slug: string }
type Asked = {
  /** Only this shop, whatever its schedule says. */
  shop?: string | undefined
  /** Says what would happen, writes nothing. */
  dryRun?: boolean | undefined
  at?: Date | undefined
}

const uzs = (amount: number) => money(amount, 'UZS')

/** Whoever posts to the shop's accounts waits: what we count is what we pay. In the order in which postings lock. */
const lockShop = (tx: Tx, shopId: string) =>
  tx.query(
    `select 1 from ledger_balance b join ledger_account a on a.id = b.account_id
      where a.shop_id = $1 order by b.account_id for update of b`,
    [shopId],
  )

type Terms = Plan & { period: string; details: PayoutDetails }
type Refused = Omit<Skipped, 'shop'>

async function plan(tx: Tx, shop: Shop, { shop: named, at = now() }: Asked): Promise<Result<Terms, Skipped['reason']>> {
  const [{ payable, debt }, schedule] = [await shopBalances(tx, shop.id), await getSchedule(tx, shop.id)]
  const figures = { payable, debt }
  if (schedule.every === 'manual' && !named) return fail('not-due', figures)
  const period = periodOf(named ? 'manual' : schedule.every, at)
  const details = await getDetails(tx, shop.id)
  const planned = planPayout({
    payable: payable.amount,
    debt: debt.amount,
    minimum: named ? 0 : schedule.minimum.amount,
    hasDetails: details !== null,
    frozen: details?.frozenUntil != null,
  })
  if (!planned.ok) return fail(planned.code, figures)
  const { rowCount } = await tx.query(
    `select 1 from payout where shop_id = $1 and period = $2 and status <> 'rejected'`,
    [shop.id, period],
  )
  if (rowCount || !details) return fail('already-proposed', figures)
  return ok({ ...planned.value, period, details })
}

/** Every entry of what is payable that no living payout has taken; payouts themselves are not part of it. */
const takeLines = `
  with line as (
    insert into payout_line (payout_id, entry_id, type, amount, number, parcel_id, at)
    select $1, e.id, e.type, -e.amount, t.number, t.parcel_id, t.at
      from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_txn t on t.id = e.txn_id
     where a.shop_id = $2 and a.kind = 'shop_payable' and a.currency = 'UZS'
       and e.type not in ('payout', 'payout-rejected')
       and not exists (select from payout_line l where l.entry_id = e.id and l.active)
    returning amount)
  select coalesce(sum(amount), 0)::bigint as total from line`

async function write(tx: Tx, shop: Shop, terms: Terms, by: string): Promise<PayoutId> {
  const id = newId('pyt')
  const { gross, debt, amount, period, details } = terms
  await tx.query(
    `insert into payout (id, shop_id, period, currency, gross, debt, amount, details_id, proposed_by)
     values ($1, $2, $3, 'UZS', $4, $5, $6, $7, $8)`,
    [id, shop.id, period, gross, debt, amount, details.id, by],
  )
  if (debt > 0) must(await postPayoutDebt(tx, { payoutId: id, shopId: shop.id, amount: uzs(debt) }))
  const { rows } = await tx.query<{ total: number }>(takeLines, [id, shop.id])
  if (rows[0]?.total !== amount) throw new Error(`Payout of ${shop.id}: lines ${rows[0]?.total}, balance ${amount}`)
  must(await postPayout(tx, { payoutId: id, shopId: shop.id, amount: uzs(amount), step: 'proposed' }))
  return id
}

const propose = (shop: Shop, asked: Asked, by: string) =>
  transact(async (tx) => {
    if (!asked.dryRun) await lockShop(tx, shop.id)
    const planned = await plan(tx, shop, asked)
    if (!planned.ok) return planned
    const { amount, debt } = planned.value
    const payoutId = asked.dryRun ? null : await write(tx, shop, planned.value, by)
    return ok({ payoutId, amount: uzs(amount), debt: uzs(debt) })
  })

/** A shop named and unknown has no row; without a name everyone to whom something is payable. */
async function shopsToPay(named: string | undefined): Promise<Shop[]> {
  const { rows } = await sql.query<Shop>(
    `select s.id, s.slug from shop s
      where case when $1::text is null then exists (
              select from ledger_account a join ledger_balance b on b.account_id = a.id
               where a.shop_id = s.id and a.kind = 'shop_payable' and b.amount < 0)
            else s.slug = $1 end
      order by s.id`,
    [named ?? null],
  )
  return rows
}

/**
 * Proposes what each shop is owed by its schedule, each in a transaction of its own. Two runs at once propose once:
 * the shop's balances are locked, and a period has one living payout.
 */
export async function proposePayouts(
  asked: Asked,
  actor: Actor,
): Promise<Result<PayoutRun, 'forbidden' | 'not-found'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const shops = await shopsToPay(asked.shop)
  if (asked.shop && shops.length === 0) return fail('not-found')
  const run: PayoutRun = { proposed: [], skipped: [] }
  for (const shop of shops) {
    const done = await propose(shop, asked, actorId(actor))
    if (done.ok) run.proposed.push({ shop: shop.slug, ...done.value })
    else run.skipped.push({ shop: shop.slug, reason: done.code, ...(done.detail as Omit<Refused, 'reason'>) })
  }
  return ok(run)
}
