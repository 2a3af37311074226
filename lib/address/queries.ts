import type { UserActor } from '@/lib/auth/schema'
import type { Id } from '@/lib/kernel/id'
import { prisma } from '@/lib/kernel/prisma'

export type SavedAddress = {
  id: Id<'adr'>
  region: number
  district: number
  street: string
  landmark: string | null
}

/** The person's own addresses, the newest first: checkout offers that one. */
export async function listAddresses(actor: UserActor): Promise<SavedAddress[]> {
  const rows = await prisma().address.findMany({
    where: { user_id: actor.id },
    orderBy: [{ created_at: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { id: true, region: true, district: true, street: true, landmark: true },
  })
  return rows.map((row) => ({ ...row, id: row.id as Id<'adr'> }))
}
