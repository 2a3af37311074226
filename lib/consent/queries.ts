import { prepared, type Tx } from '@/lib/kernel/db'
import { type Consent, type Purpose, refused } from './schema'

const latest = prepared('select purposes from consent_record where subject = $1 order by id desc limit 1')

/** What this visitor agrees to now: the last answer counts, and no answer is no. */
export async function consentOf(tx: Tx, subject: string | null): Promise<Consent> {
  if (subject === null) return refused
  const { rows } = await tx.query<{ purposes: Purpose[] }>(latest, [subject])
  const given = rows[0]?.purposes ?? []
  return { analytics: given.includes('analytics'), ads: given.includes('ads') }
}
