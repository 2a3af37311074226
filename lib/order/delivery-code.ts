import { createHmac } from 'node:crypto'
import { env } from '@/lib/kernel/env'

/** Derived, so that no table holds it: a hash of six digits would hide nothing. Told to the buyer, asked by the courier. */
export const deliveryCodeOf = (parcelId: string): string => {
  const digest = createHmac('sha256', env.AUTH_SECRET).update(`delivery-code:${parcelId}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}
