import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/** Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`. */
export const packParcel = (input: { parcelId: string }, actor: Actor) =>
  stepParcel(input.parcelId, { type: 'PackParcel' }, actor)
