import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/** Frees its goods and gives back its money; other parcels go on. Refuses with `not-found`, `already-shipped`. */
export const cancelParcel = (input: { parcelId: string }, actor: Actor) =>
  stepParcel(input.parcelId, { type: 'CancelParcel', reason: 'shop' }, actor)
