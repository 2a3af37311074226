import { isPassword } from '@/lib/auth/password'
import type { SignIn } from '@/lib/auth/schema'
import { openSession } from '@/lib/auth/session'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { takeToken } from '@/lib/kernel/limit'
import { fail, ok, type Result } from '@/lib/kernel/result'

export type Device = { userAgent?: string | undefined; ip?: string | undefined }

type UserRow = { id: Id<'usr'>; password_hash: string | null; status: string }

/** Counted by phone and by address, so that neither one account nor one guesser gets more than a few tries. */
export async function mayTry(what: string, phone: string, device: Device): Promise<boolean> {
  const byPhone = await takeToken({ key: `${what}:phone:${phone}`, limit: 10, windowSeconds: 900 })
  if (device.ip === undefined) return byPhone.ok
  const byAddress = await takeToken({ key: `${what}:ip:${device.ip}`, limit: 60, windowSeconds: 900 })
  return byPhone.ok && byAddress.ok
}

/** Opens a session and answers its sid; an unknown phone, a wrong password and a blocked user look the same. */
export async function signIn(
  input: SignIn,
  device: Device = {},
): Promise<Result<{ sid: string; userId: Id<'usr'> }, 'wrong-credentials' | 'too-many-attempts'>> {
  if (!(await mayTry('sign-in', input.phone, device))) return fail('too-many-attempts')
  const found = await sql.query<UserRow>('select id, password_hash, status from "user" where phone = $1', [input.phone])
  const user = found.rows[0]
  const matches = await isPassword(user?.password_hash ?? null, input.password)
  if (user === undefined || !matches || user.status !== 'active') return fail('wrong-credentials')
  return ok({ sid: await openSession(user.id, device.userAgent), userId: user.id })
}
