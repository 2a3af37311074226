import type { UserActor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { prisma } from '@/lib/kernel/prisma'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { AddressInput } from './schema'

const MOST = 20

/** Keeps an address once: the same place again is not a second one. Refuses the twenty-first. */
export async function saveAddress(input: AddressInput, actor: UserActor): Promise<Result<true, 'too-many-addresses'>> {
  const { region, district, street, landmark } = input
  const { rowCount } = await sql.query(
    `insert into address (id, user_id, region, district, street, landmark)
     select $1, $2, $3, $4, $5, $6
      where (select count(*) from address where user_id = $2) < ${MOST}
        and not exists (select 1 from address
                         where user_id = $2 and district = $4 and lower(street) = lower($5))`,
    [newId('adr'), actor.id, region, district, street, landmark || null],
  )
  if (rowCount === 1) return ok(true)
  const known = await sql.query(
    'select 1 from address where user_id = $1 and district = $2 and lower(street) = lower($3)',
    [actor.id, district, street],
  )
  return known.rowCount === 1 ? ok(true) : fail('too-many-addresses')
}

/** Somebody else's address answers like one that does not exist. */
export async function removeAddress(id: string, actor: UserActor): Promise<Result<true, 'not-found'>> {
  const { count } = await prisma().address.deleteMany({ where: { id, user_id: actor.id } })
  return count === 1 ? ok(true) : fail('not-found')
}
