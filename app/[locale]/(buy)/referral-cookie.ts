import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '@/lib/kernel/env'
import { deviceHash } from '@/lib/referral'
import { DEVICE_COOKIE, REFERRAL_COOKIE } from '@/lib/referral/schema'

const YEAR = 365 * 86_400

/** By whose link the visitor came, and from which browser. */
export async function keptReferral(): Promise<{ code: string | undefined; device: string | null }> {
  const jar = await cookies()
  return { code: jar.get(REFERRAL_COOKIE)?.value, device: deviceHash(jar.get(DEVICE_COOKIE)?.value) }
}

/** Whoever invites others is known by the browser, so that it cannot be its own friend. Server actions only. */
export async function keepDevice(): Promise<string | null> {
  const jar = await cookies()
  const known = jar.get(DEVICE_COOKIE)?.value
  const value = known ?? randomBytes(18).toString('base64url')
  const secure = env.APP_URL.startsWith('https:')
  if (!known) jar.set(DEVICE_COOKIE, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: YEAR })
  return deviceHash(value)
}

/** It is beside an order now. */
export async function forgetReferral(): Promise<void> {
  const jar = await cookies()
  if (jar.has(REFERRAL_COOKIE)) jar.delete(REFERRAL_COOKIE)
}
