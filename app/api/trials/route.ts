import { cookies } from 'next/headers'
import { currentConsent, visitorSubject } from '@/lib/auth'
import { recordShown } from '@/lib/experiment'
import { BUCKET_COOKIE, type Shown, shownSchema } from '@/lib/experiment/schema'
import { beacon, takeOnly } from '@/lib/rest'

/** Only of somebody who agreed is it kept that they have seen it. */
async function take(told: Shown): Promise<void> {
  const bucket = (await cookies()).get(BUCKET_COOKIE)?.value ?? ''
  if (!/^\d{1,3}$/.test(bucket)) return
  const { analytics } = await currentConsent()
  await recordShown(told, { bucket: Number(bucket), subject: analytics ? await visitorSubject() : null })
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(shownSchema, take))
