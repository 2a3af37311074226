import { createHash } from 'node:crypto'
import type { UserActor } from '@/lib/auth/schema'
import type { Locale } from '@/lib/i18n'
import { reminderText } from '@/lib/i18n/messages/reminder'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { REMINDER_VERSION, reminderEmailSchema } from './schema'
import { readStopToken } from './token'

const hashOf = (locale: Locale) => createHash('sha256').update(reminderText[locale].consent).digest('hex')

const prove = (tx: Tx, userId: string, given: boolean, locale: Locale, channel: 'account' | 'letter') =>
  tx.query(
    `insert into reminder_consent (user_id, given, version, locale, text_hash, channel)
     values ($1, $2, $3, $4, $5, $6)`,
    [userId, given, REMINDER_VERSION, locale, hashOf(locale), channel],
  )

/** A person agrees to letters about a left cart, to this address and in this language. Refuses with `wrong-email`. */
export async function agreeToReminders(
  email: string,
  locale: Locale,
  { id }: UserActor,
): Promise<Result<true, 'wrong-email'>> {
  const read = reminderEmailSchema.safeParse(email.trim())
  if (!read.success) return fail('wrong-email')
  await transact(async (tx) => {
    await prove(tx, id, true, locale, 'account')
    await tx.query(
      `insert into reminder_contact (user_id, email, locale) values ($1, $2, $3)
       on conflict (user_id) do update set email = excluded.email, locale = excluded.locale, at = now()`,
      [id, read.data, locale],
    )
  })
  return ok(true)
}

/** Ends it at once: the address is forgotten. Repeating it changes nothing. */
export const stopReminders = (userId: string, channel: 'account' | 'letter'): Promise<boolean> =>
  transact(async (tx) => {
    const { rows } = await tx.query<{ locale: Locale }>(
      'delete from reminder_contact where user_id = $1 returning locale',
      [userId],
    )
    if (!rows[0]) return false
    await prove(tx, userId, false, rows[0].locale, channel)
    await tx.query(
      `update reminder set status = 'ended', reason = 'withdrawn', done_at = now()
        where user_id = $1 and status = 'scheduled'`,
      [userId],
    )
    return true
  })

/** By the link of a letter, without signing in. Refuses with `not-found` for a token that is none of ours. */
export async function stopByToken(token: string | null | undefined): Promise<Result<true, 'not-found'>> {
  const userId = readStopToken(token)
  if (userId === null) return fail('not-found')
  await stopReminders(userId, 'letter')
  return ok(true)
}

/** Where a person is written to; null: nowhere. */
export async function reminderEmail({ id }: UserActor): Promise<string | null> {
  const { rows } = await sql.query<{ email: string }>('select email from reminder_contact where user_id = $1', [id])
  return rows[0]?.email ?? null
}
