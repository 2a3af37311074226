import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/**
 * It came back without reaching the buyer, or was refused at the door: what was paid for it goes back whole, and the
 * goods can be sold again if `restock`. Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`.
 */
export const returnParcel = (
  { parcelId, restock }: { parcelId: string; restock?: boolean | undefined },
  actor: Actor,
) => stepParcel(parcelId, { type: 'ReturnParcel' }, actor, { restocked: restock ?? false })
