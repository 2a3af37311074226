import type { Actor } from '@/lib/auth/schema'
import { stepParcel } from './step-parcel'

export type ShipParcel = { parcelId: string; tracking?: string | undefined; carrier?: string | undefined }

/** The goods leave the stock with it. Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`. */
export const shipParcel = ({ parcelId, tracking, carrier }: ShipParcel, actor: Actor) =>
  stepParcel(parcelId, { type: 'ShipParcel', tracking: tracking ?? null, carrier: carrier ?? null }, actor)
