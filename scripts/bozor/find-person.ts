import type { UserActor } from '@/lib/auth/schema'
import { normalizePhone } from '@/lib/format'
import { sql } from '@/lib/kernel/db'
import { UsageError } from './usage-error'

/** Somebody of the market's own people: the command line says who stands behind a decision. */
export async function findPerson(text: string): Promise<UserActor> {
  const phone = normalizePhone(text)
  if (!phone) throw new UsageError('--by is the phone of a person. Write it like +998901234567.')
  const { rows } = await sql.query<Omit<UserActor, 'kind'>>(
    `select id, name, phone, role from "user"
      where phone = $1 and status = 'active' and role in ('admin', 'staff')`,
    [phone],
  )
  if (!rows[0]) throw new UsageError(`Nobody of the market's staff has the phone ${phone}.`)
  return { kind: 'user', ...rows[0] }
}
