import type { Tx } from '@/lib/kernel/db'

/** A provider that had the goods kept for longer has given up: what is held ends at most `minutes` from now. */
export async function shortenReservation(tx: Tx, orderId: string, minutes: number): Promise<void> {
  await tx.query(
    `update reservation set expires_at = least(expires_at, now() + $2 * interval '1 minute')
      where order_id = $1 and state = 'held'`,
    [orderId, minutes],
  )
}
