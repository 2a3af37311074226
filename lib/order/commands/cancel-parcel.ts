import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/**
 * Frees its goods and gives back its money; other parcels go on. `reason`, the shop's own words, is kept where it can be
 * erased. Refuses with `not-found`, `already-shipped`.
 */
export const cancelParcel = ({ parcelId, reason }: { parcelId: string; reason?: string | undefined }, actor: Actor) =>
  stepParcel(parcelId, { type: 'CancelParcel', reason: 'shop' }, actor, { words: reason })
