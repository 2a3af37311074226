import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/** Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`. */
export const confirmParcel = (input: { parcelId: string }, actor: Actor) =>
  stepParcel(input.parcelId, { type: 'ConfirmParcel' }, actor)
