import { sql, transact } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { postReserveRelease } from '@/lib/ledger'
import type { ShopId } from '@/lib/ledger/schema'

type Row = { id: number; shop_id: ShopId; amount: number; currency: Currency }

/** Each part that was held back is due after the shop's days; the ledger knows by its name which ones were given. */
const due = `
  select e.id, a.shop_id, -e.amount as amount, e.currency
    from ledger_account a join ledger_entry e on e.account_id = a.id and e.type = 'reserve'
    join ledger_txn t on t.id = e.txn_id
    left join payout_schedule s on s.shop_id = a.shop_id
   where a.kind = 'reserve' and t.at <= now() - make_interval(days => coalesce(s.reserve_days, 14))
     and not exists (select from ledger_txn r where r.kind = 'reserve-release' and r.ref = 'entry-' || e.id)
   order by e.id limit 500`

/** Sweep: what was held long enough becomes payable, each part once. Answers how many. */
export async function releaseReserves(): Promise<number> {
  const { rows } = await sql.query<Row>(due)
  for (const { id, shop_id: shopId, amount, currency } of rows)
    await transact(async (tx) =>
      must(await postReserveRelease(tx, { releaseId: `entry-${id}`, shopId, amount: money(amount, currency) })),
    )
  return rows.length
}
