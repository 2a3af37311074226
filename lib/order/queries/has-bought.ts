import { prepared, type Tx } from '@/lib/kernel/db'

const bought = prepared(
  `select exists (select 1 from order_contact c join order_view o on o.id = c.order_id
                   where c.phone = $1 and o.status <> 'cancelled') as bought`,
)

/** Has anybody with this phone an order that stands? */
export async function hasBought(tx: Tx, phone: string): Promise<boolean> {
  const { rows } = await tx.query<{ bought: boolean }>(bought, [phone])
  return rows[0]?.bought ?? false
}
