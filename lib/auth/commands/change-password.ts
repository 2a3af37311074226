import { type Device, mayTry } from '@/lib/auth/commands/sign-in'
import { hashPassword, isPassword } from '@/lib/auth/password'
import type { UserActor } from '@/lib/auth/schema'
import { closeSessionsOf, openSession } from '@/lib/auth/session'
import { sql, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'

type Passwords = { current: string; next: string }

/** Every device is signed out; this one gets a new session, so a copied cookie is dead. */
export async function changePassword(
  { current, next }: Passwords,
  actor: UserActor,
  device: Device = {},
): Promise<Result<{ sid: string }, 'wrong-credentials' | 'too-many-attempts'>> {
  if (!(await mayTry('password', actor.phone, device))) return fail('too-many-attempts')
  const found = await sql.query<{ password_hash: string | null }>('select password_hash from "user" where id = $1', [
    actor.id,
  ])
  if (!(await isPassword(found.rows[0]?.password_hash ?? null, current))) return fail('wrong-credentials')
  const hash = await hashPassword(next)
  return transact(async (tx) => {
    await tx.query('update "user" set password_hash = $2 where id = $1', [actor.id, hash])
    await closeSessionsOf(actor.id, tx)
    return ok({ sid: await openSession(actor.id, device.userAgent, tx) })
  })
}

export async function renameUser(name: string, actor: UserActor): Promise<void> {
  await sql.query('update "user" set name = $2 where id = $1', [actor.id, name])
}
