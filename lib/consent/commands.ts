import { createHash, randomBytes } from 'node:crypto'
import { consentText } from '@/lib/i18n/messages/consent'
import { sql } from '@/lib/kernel/db'
import { type ConsentInput, consentVersion, purposes } from './schema'

type Who = { subject: string | null; userId: string | null }

/**
 * Writes down what a visitor answered to which words. The subject that comes back knows the visitor from now on; null
 * after a refusal or a withdrawal, when nobody is to be known any more.
 */
export async function recordConsent(input: ConsentInput, who: Who): Promise<string | null> {
  const given = purposes.filter((purpose) => input[purpose])
  const subject = who.subject ?? (given.length > 0 ? randomBytes(16).toString('base64url') : null)
  const shown = JSON.stringify(consentText[input.locale])
  await sql.query(
    `insert into consent_record (subject, user_id, purposes, version, locale, text_hash, channel)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      subject,
      given.length > 0 ? who.userId : null,
      given,
      consentVersion,
      input.locale,
      createHash('sha256').update(shown).digest('hex'),
      input.channel,
    ],
  )
  return given.length > 0 ? subject : null
}
