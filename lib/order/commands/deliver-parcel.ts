import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

/** Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`. */
export const deliverParcel = (input: { parcelId: string }, actor: Actor) =>
  stepParcel(input.parcelId, { type: 'DeliverParcel' }, actor)
