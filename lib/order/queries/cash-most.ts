import { prepared, type Tx } from '@/lib/kernel/db'
import { readCashLimit } from '@/lib/payment'
import { cashAllowance } from '../domain/cash-allowance'

type Row = { taken: number; untaken: number }

/** The newest fifty: the past is forgiven, and a phone with thousands of orders costs no more than another. */
const history = prepared(
  `select count(*) filter (where p.status = 'delivered')::int as taken,
          count(*) filter (where p.status = 'returned' and p.delivered_at is null)::int as untaken
     from (select order_id from order_contact where phone = $1 order by order_id desc limit 50) c
     join order_view o on o.id = c.order_id and o.provider = 'cash'
     join parcel_view p on p.order_id = o.id`,
)

/** What this phone may pay at the door in this region (null: it is fetched at the shop), in minor units of UZS. */
export async function cashMost(tx: Tx, phone: string, region: number | null): Promise<number> {
  const { rows } = await tx.query<Row>(history, [phone])
  return cashAllowance(await readCashLimit(tx, region), rows[0] ?? { taken: 0, untaken: 0 })
}
