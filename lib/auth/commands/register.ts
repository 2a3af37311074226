import { type Device, mayTry } from '@/lib/auth/commands/sign-in'
import { hashPassword } from '@/lib/auth/password'
import type { Register } from '@/lib/auth/schema'
import { openSession } from '@/lib/auth/session'
import { sql } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** A new buyer with an open session. The answer to a taken phone says only that it did not work. */
export async function register(
  input: Register,
  device: Device = {},
): Promise<Result<{ sid: string; userId: Id<'usr'> }, 'cannot-register' | 'too-many-attempts'>> {
  if (!(await mayTry('register', input.phone, device))) return fail('too-many-attempts')
  const id = newId('usr')
  const hash = await hashPassword(input.password)
  const added = await sql.query(
    `insert into "user" (id, phone, name, password_hash) values ($1, $2, $3, $4) on conflict (phone) do nothing`,
    [id, input.phone, input.name, hash],
  )
  if (added.rowCount !== 1) return fail('cannot-register')
  return ok({ sid: await openSession(id, device.userAgent), userId: id })
}
