import { cookies } from 'next/headers'
import { readOrigin } from '@/lib/attribution'
import type { Origin } from '@/lib/attribution/schema'
import { currentDevice, visitorSubject } from '@/lib/auth'
import type { Locale } from '@/lib/i18n'

/** What this buyer's browser tells of where it came from, as far as its owner agreed. */
export async function readVisit(locale: Locale): Promise<Origin> {
  const { userAgent, ip } = await currentDevice()
  return readOrigin({
    cookies: (await cookies()).getAll(),
    userAgent: userAgent ?? null,
    ip: ip ?? null,
    locale,
    subject: await visitorSubject(),
  })
}
