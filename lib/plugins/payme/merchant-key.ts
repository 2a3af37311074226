import { createHash, randomBytes } from 'node:crypto'
import { sql, type Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { demoKey } from '@/lib/payment'
import { type Answer, accept } from './errors'

/** How a given key is recognised: sha256 over salt and key. */
export type MerchantKey = { salt: string; sha256: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const plainKey = (key: string): MerchantKey => ({ salt: '', sha256: sha256(key) })

const configured = (): MerchantKey | undefined => {
  const key = env.PAYME_KEY ?? demoKey('payme')
  return key ? plainKey(key) : undefined
}

/**
 * The key that counts: PAYME_KEY until Payme changes it, then theirs, of which only the hash is here. A new value of
 * PAYME_KEY is the operator's word and ends theirs, so nobody is locked out.
 */
export async function merchantKey(tx: Tx = sql): Promise<MerchantKey | undefined> {
  const own = configured()
  if (!own) return undefined
  const { rows } = await tx.query<MerchantKey>(
    `select salt, sha256 from payme_key where id = 'merchant' and replaces = $1`,
    [own.sha256],
  )
  return rows[0] ?? own
}

/** One statement: from its commit on, every instance refuses the old key. */
export async function changePassword({ password }: { password: string }): Promise<Answer> {
  const own = configured()
  if (!own) throw new Error('ChangePassword without a key to change')
  const salt = randomBytes(16).toString('hex')
  await sql.query(
    `insert into payme_key (id, salt, sha256, replaces) values ('merchant', $1, $2, $3)
     on conflict (id) do update set salt = $1, sha256 = $2, replaces = $3, changed_at = now()`,
    [salt, sha256(salt + password), own.sha256],
  )
  log.warn('Payme has changed the merchant key')
  return accept({ success: true })
}
