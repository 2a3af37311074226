import { env } from '@/lib/kernel/env'

const secure = env.APP_URL.startsWith('https://')

// A __Host- name is refused by browsers over http, where the demo runs.
export const SESSION_COOKIE = secure ? '__Host-bozor_session' : 'bozor_session'

export const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

/** Ninety days: the row decides, the cookie must only outlive it. */
export const SESSION_SECONDS = 90 * 24 * 60 * 60

/** The value of one cookie of a `Cookie` header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const pair = header?.split(/; */).find((part) => part.startsWith(`${name}=`))
  if (pair === undefined) return undefined
  try {
    return decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return undefined
  }
}
