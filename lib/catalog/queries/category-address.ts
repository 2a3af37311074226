import { sql } from '@/lib/kernel/db'

/** Where a path that is no category's leads: its last slug, now or formerly, has one address. Null: nowhere. */
export async function readCategoryAddress(path: readonly string[]): Promise<string[] | null> {
  const { rows } = await sql.query<{ path: string[] }>(
    `select path from category where slug = $1
      union all select c.path from category_slug o join category c on c.id = o.category_id where o.slug = $1 limit 1`,
    [path.at(-1) ?? ''],
  )
  return rows[0]?.path ?? null
}
