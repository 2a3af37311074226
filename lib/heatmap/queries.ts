import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import type { HeatCell, HeatDevice, HeatMap, HeatPage, HeatWindow } from './schema'

/** Percent of looks that are measured. */
export async function heatShare(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ share: number }>('select share from heat_setting')
  return rows[0]?.share ?? 0
}

/** The same for the market's people; nobody else is told. */
export const getHeatShare = (actor: Actor): Promise<number> => (isOperator(actor) ? heatShare(sql) : Promise.resolve(0))

type Asked = { page: HeatPage; device: HeatDevice; days: HeatWindow }

/** Where a kind of page is pressed, the most pressed cell first. Null but for the market's people. */
export async function getHeat(actor: Actor, { page, device, days }: Asked): Promise<HeatMap | null> {
  if (!isOperator(actor)) return null
  const asked = [page, device, days]
  const since = `day > (now() at time zone interval '5 hours')::date - $3::int`
  const { rows: cells } = await sql.query<HeatCell>(
    `select x, y, sum(times)::int as times, sum(idle)::int as idle from heat_cell
      where page = $1 and device = $2 and ${since} group by x, y order by times desc, y, x`,
    asked,
  )
  const { rows } = await sql.query<{ times: number }>(
    `select coalesce(sum(times), 0)::int as times from heat_look where page = $1 and device = $2 and ${since}`,
    asked,
  )
  return { looks: rows[0]?.times ?? 0, presses: cells.reduce((sum, { times }) => sum + times, 0), cells }
}
