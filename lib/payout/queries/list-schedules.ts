import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { ShopSchedule } from '../schema'
import { type ScheduleRow, toSchedule } from './get-terms'

type Row = { slug: string; name: string } & { [Column in keyof ScheduleRow]: ScheduleRow[Column] | null }

const ofRow = ({ every, minimum, reserve_bp, reserve_days }: Row): ScheduleRow | undefined =>
  every === null || minimum === null || reserve_bp === null || reserve_days === null
    ? undefined
    : { every, minimum, reserve_bp, reserve_days }

/** How each shop is paid, by address; nothing for anybody but the operator. `after`: the last one of the page before. */
export async function listSchedules(actor: Actor, { after = '', find = '', limit = 25 } = {}) {
  if (!isOperator(actor)) return { items: [], next: null }
  const { rows } = await sql.query<Row>(
    `select s.slug, s.name, p.every, p.minimum, p.reserve_bp, p.reserve_days
       from shop s left join payout_schedule p on p.shop_id = s.id
      where s.slug > $1 and ($2 = '' or strpos(lower(s.name), lower($2)) > 0 or s.slug = lower($2))
      order by s.slug limit $3`,
    [after, find, limit + 1],
  )
  const items = rows.slice(0, limit).map((row): ShopSchedule => {
    return { slug: row.slug, name: row.name, schedule: toSchedule(ofRow(row)), own: row.every !== null }
  })
  return { items, next: rows.length > limit ? (items.at(-1)?.slug ?? null) : null }
}
