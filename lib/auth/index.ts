import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Device } from '@/lib/auth/commands/sign-in'
import { cookieOptions, cookieValue, SESSION_COOKIE, SESSION_SECONDS } from '@/lib/auth/cookie'
import { type Actor, CART_COOKIE, isSeller, type SellerActor, type UserActor } from '@/lib/auth/schema'
import { closeSession, findSession, sealSession, unsealSession } from '@/lib/auth/session'
import { defaultLocale, type Locale } from '@/lib/i18n'
import { actorByKey } from '@/lib/seller'

export { changePassword, renameUser } from '@/lib/auth/commands/change-password'
export { register } from '@/lib/auth/commands/register'
export { signIn } from '@/lib/auth/commands/sign-in'
export { keepOrderPass, type OrderPass, orderPasses } from '@/lib/auth/order-pass'
export { isSameOrigin } from '@/lib/auth/same-origin'
export { keepSavedOwner, savedOwner, takeSavedToken } from '@/lib/auth/saved-cookie'
export { currentConsent, keepConsent, visitorSubject } from '@/lib/auth/visitor-cookie'

const KEY_PREFIX = 'bzr_'

async function actorByCookies(session: string | undefined, cart: string | undefined): Promise<Actor> {
  const sid = await unsealSession(session)
  const user = sid === null ? null : await findSession(sid)
  if (user !== null) return user
  return cart === undefined || cart === '' ? { kind: 'guest' } : { kind: 'guest', cartToken: cart }
}

/** Who asks, in pages and server actions: read once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const jar = await cookies()
  return actorByCookies(jar.get(SESSION_COOKIE)?.value, jar.get(CART_COOKIE)?.value)
})

/** Who asks, in route handlers: a shop's key, else the session, else a guest. A dead key is a guest. */
export async function actorFromRequest(request: Request): Promise<Actor> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer?.startsWith(KEY_PREFIX) === true) return (await actorByKey(bearer)) ?? { kind: 'guest' }
  const header = request.headers.get('cookie')
  return actorByCookies(cookieValue(header, SESSION_COOKIE), cookieValue(header, CART_COOKIE))
}

type Asked = { locale?: Locale; next?: string }

const signInUrl = ({ locale = defaultLocale, next }: Asked): string =>
  `/${locale}/sign-in${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`

/** The signed-in person, or off to sign-in. */
export async function requireUser(asked: Asked = {}): Promise<UserActor> {
  const actor = await currentActor()
  return actor.kind === 'user' ? actor : redirect(signInUrl(asked))
}

/** A member of a shop, or off to sign-in. */
export async function requireSeller(asked: Asked = {}): Promise<SellerActor> {
  const actor = await currentActor()
  return isSeller(actor) ? actor : redirect(signInUrl(asked))
}

/** The market's people, those of its money included, or off to sign-in. */
export async function requireOperator(asked: Asked = {}): Promise<UserActor> {
  const actor = await currentActor()
  const admitted = actor.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff')
  return admitted ? actor : redirect(signInUrl(asked))
}

/** What the browser tells about itself, for the session list and the limits. */
export async function currentDevice(): Promise<Device> {
  const list = await headers()
  return { userAgent: list.get('user-agent') ?? undefined, ip: list.get('x-forwarded-for')?.split(',').pop()?.trim() }
}

/** Puts the session into the cookie that next-auth reads. Server actions and route handlers only. */
export async function keepSession(sid: string): Promise<void> {
  const jar = await cookies()
  jar.set(SESSION_COOKIE, await sealSession(sid), { ...cookieOptions, maxAge: SESSION_SECONDS })
}

/** Deletes the row, then the cookie: a copied cookie is dead at once. */
export async function signOut(): Promise<void> {
  const jar = await cookies()
  const sid = await unsealSession(jar.get(SESSION_COOKIE)?.value)
  if (sid !== null) await closeSession(sid)
  jar.delete(SESSION_COOKIE)
}

/** Keeps a guest's cart token for a year: a cart is never lost. Server actions and route handlers only. */
export async function keepCart(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(CART_COOKIE, token, { ...cookieOptions, maxAge: 365 * 24 * 60 * 60 })
}

/** The guest's cart of this browser; also there for someone signed in, until it is merged. */
export async function guestCartToken(): Promise<string | undefined> {
  return (await cookies()).get(CART_COOKIE)?.value
}

export async function forgetGuestCart(): Promise<void> {
  const jar = await cookies()
  jar.delete(CART_COOKIE)
}
