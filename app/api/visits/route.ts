import { currentConsent, visitorSubject } from '@/lib/auth'
import { beacon, takeOnly } from '@/lib/rest'
import { tellVisit } from '@/lib/visit'
import { type TellVisit, tellVisitSchema } from '@/lib/visit/schema'

/** A step of somebody who agreed; anybody else's is answered alike and forgotten. */
async function take(told: TellVisit): Promise<void> {
  const subject = await visitorSubject()
  const { analytics } = await currentConsent()
  if (subject !== null && analytics) await tellVisit({ subject, ...told })
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(tellVisitSchema, take))
