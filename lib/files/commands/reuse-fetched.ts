import { sql } from '@/lib/kernel/db'

/** Key of the picture that the shop had fetched from an address before, by the hash of that; it counts as new for the sweep. */
export async function reuseFetched(source: string, shopId: string): Promise<string | null> {
  const { rows } = await sql.query<{ key: string }>(
    'update file set created_at = now() where owner = $2 and source = $1 returning key',
    [source, shopId],
  )
  return rows[0]?.key ?? null
}
