import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { cookieOptions } from '@/lib/auth/cookie'
import type { Actor } from '@/lib/auth/schema'
import type { SavedOwner } from '@/lib/wishlist/schema'

const COOKIE = 'bozor_saved'
const YEAR = 365 * 24 * 60 * 60

const guestToken = async () => (await cookies()).get(COOKIE)?.value || undefined

/** Whose hearts these are; null: a guest who has saved nothing yet. */
export async function savedOwner(actor: Actor): Promise<SavedOwner | null> {
  if (actor.kind === 'user') return { userId: actor.id }
  const token = await guestToken()
  return token === undefined ? null : { token }
}

/** A guest's first heart brings the cookie that keeps the list. Server actions and route handlers only. */
export async function keepSavedOwner(actor: Actor): Promise<SavedOwner> {
  if (actor.kind === 'user') return { userId: actor.id }
  const token = (await guestToken()) ?? randomBytes(32).toString('base64url')
  const jar = await cookies()
  jar.set(COOKIE, token, { ...cookieOptions, maxAge: YEAR })
  return { token }
}

/** At sign-in: the browser's secret, once; its list goes to the person. */
export async function takeSavedToken(): Promise<string | undefined> {
  const token = await guestToken()
  if (token === undefined) return undefined
  const jar = await cookies()
  jar.delete(COOKIE)
  return token
}
