import { normalizePhone } from '@/lib/format'
import { sql } from '@/lib/kernel/db'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const roles = ['buyer', 'seller', 'staff', 'admin']

export async function setUserRole(flags: Flags): Promise<number> {
  const role = flags.need('role')
  if (!roles.includes(role)) throw new UsageError(`--role is one of ${roles.join(', ')}.`)
  const phone = normalizePhone(flags.need('phone'))
  if (!phone) throw new UsageError('--phone is no phone number. Write it like +998901234567.')
  const { rows } = await sql.query<{ name: string }>('update "user" set role = $2 where phone = $1 returning name', [
    phone,
    role,
  ])
  const user = rows[0]
  if (!user) throw new UsageError(`Nobody has the phone ${phone}.`)
  console.log(`${user.name} (${phone}) is ${role} now.`)
  return 0
}
