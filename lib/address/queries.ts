import type { UserActor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'

export type SavedAddress = {
  id: Id<'adr'>
  region: number
  district: number
  street: string
  landmark: string | null
}

/** The person's own addresses, the newest first: checkout offers that one. */
export async function listAddresses(actor: UserActor): Promise<SavedAddress[]> {
  const { rows } = await sql.query<SavedAddress>(
    `select id, region, district, street, landmark from address
      where user_id = $1 order by created_at desc, id desc limit 20`,
    [actor.id],
  )
  return rows
}
