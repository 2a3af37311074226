import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { valueAt } from './bucket'
import {
  type Device,
  type MarketSpeed,
  type Percentile,
  pageKinds,
  type SpeedDay,
  type SpeedRow,
  type SpeedWindow,
  type VitalName,
  vitalNames,
} from './schema'

const today = `(now() at time zone interval '5 hours')::date`

/** The first place on the scale below which three quarters of all visits are, for each group. */
const percentiles = (groups: string, where = '') => `
  select ${groups}, max(total)::int as seen, min(bucket) filter (where reached >= 0.75 * total)::int as bucket
    from (select ${groups}, bucket,
                 sum(sum(times)) over (partition by ${groups} order by bucket) as reached,
                 sum(sum(times)) over (partition by ${groups}) as total
            from vital where day > ${today} - $1::int ${where} group by ${groups}, bucket) t
   group by ${groups}`

type Found = { name: VitalName; seen: number; bucket: number }
const read = ({ name, seen, bucket }: Found): Percentile => ({ value: valueAt(name, bucket), seen })

const valuesOf = (found: readonly Found[]): SpeedRow['values'] =>
  Object.fromEntries(found.map((one) => [one.name, read(one)]))

/** How fast real visits were: the whole market, each kind of page, and one figure day by day. Null but for operators. */
export async function getSpeed(
  actor: Actor,
  asked: { days: SpeedWindow; name: VitalName },
): Promise<MarketSpeed | null> {
  if (!isOperator(actor)) return null
  const [whole, rows, days] = await Promise.all([
    sql.query<Found>(percentiles('name'), [asked.days]),
    sql.query<Found & Omit<SpeedRow, 'values'>>(percentiles('name, page, device, locale'), [asked.days]),
    listDays(asked),
  ])
  return { whole: valuesOf(whole.rows), rows: rowsOf(rows.rows), days }
}

function groupedBy<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(nameOf(row))
    if (group === undefined) groups.set(nameOf(row), [row])
    else group.push(row)
  }
  return groups
}

function rowsOf(found: readonly (Found & Omit<SpeedRow, 'values'>)[]): SpeedRow[] {
  const groups = groupedBy(found, ({ page, device, locale }) => `${page} ${device} ${locale}`)
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { page, device, locale } = first
    return [{ page, device, locale, values: valuesOf(group) }]
  })
  const seen = ({ values }: SpeedRow) => Math.max(...vitalNames.map((name) => values[name]?.seen ?? 0))
  return rows.sort((a, b) => pageKinds.indexOf(a.page) - pageKinds.indexOf(b.page) || seen(b) - seen(a))
}

async function listDays({ days, name }: { days: SpeedWindow; name: VitalName }): Promise<SpeedDay[]> {
  const { rows } = await sql.query<Found & { day: string; device: Device | null }>(
    `select to_char(d.day, 'YYYY-MM-DD') as day, p.device, p.name, p.seen, p.bucket
       from (select generate_series(${today} - $1::int + 1, ${today}, interval '1 day')::date as day) d
       left join (${percentiles('day, device, name', 'and name = $2')}) p using (day)
      order by d.day`,
    [days, name],
  )
  return [...groupedBy(rows, ({ day }) => day)].map(([day, found]) => {
    const of = (device: Device) => {
      const one = found.find((row) => row.device === device)
      return one === undefined ? null : read(one)
    }
    return { date: `${day}T00:00:00+05:00`, phone: of('phone'), desktop: of('desktop') }
  })
}
