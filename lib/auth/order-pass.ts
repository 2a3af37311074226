import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cookieOptions } from '@/lib/auth/cookie'
import { env } from '@/lib/kernel/env'

const PASSES_COOKIE = 'bozor_orders'
const SALT = 'order-passes'
const SECONDS = 180 * 24 * 60 * 60
const MOST = 10

/** What opens an order for a guest: the token given at checkout, or the phone that was asked for. */
export type OrderPass = { number: string; token?: string; phone?: string }

const isPass = (value: unknown): value is OrderPass =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string'

/** The orders this browser may open, the newest first. The cookie is sealed: a phone in it is no one's to read. */
export async function orderPasses(): Promise<OrderPass[]> {
  const sealed = (await cookies()).get(PASSES_COOKIE)?.value
  if (sealed === undefined) return []
  try {
    const opened = await decode({ token: sealed, secret: env.AUTH_SECRET, salt: SALT })
    const list: unknown = opened?.['passes']
    return Array.isArray(list) ? list.filter(isPass) : []
  } catch {
    return []
  }
}

/** Server actions and route handlers only. */
export async function keepOrderPass(pass: OrderPass): Promise<void> {
  const others = (await orderPasses()).filter(({ number }) => number !== pass.number)
  const passes = [pass, ...others].slice(0, MOST)
  const sealed = await encode({ token: { passes }, secret: env.AUTH_SECRET, salt: SALT, maxAge: SECONDS })
  const jar = await cookies()
  jar.set(PASSES_COOKIE, sealed, { ...cookieOptions, maxAge: SECONDS })
}
