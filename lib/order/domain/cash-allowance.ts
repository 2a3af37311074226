import type { CashLimit } from '@/lib/payment/schema'

/** Cash parcels of the newest orders of one phone: taken at the door, and brought back untaken. */
export type CashHistory = { taken: number; untaken: number }

/** Parcels that somebody lets come in vain before the door is closed to them. */
const MOST_UNTAKEN = 3

/**
 * What one order may cost at the door, in minor units; 0: not at all. A region may be closed to cash; a phone that has
 * never taken a parcel gets the smaller limit; one that lets parcels come in vain more often than not gets none.
 */
export function cashAllowance({ allowed, most, mostFirst }: CashLimit, { taken, untaken }: CashHistory): number {
  if (!allowed) return 0
  if (untaken >= MOST_UNTAKEN && untaken > taken) return 0
  return taken > 0 ? most : mostFirst
}
