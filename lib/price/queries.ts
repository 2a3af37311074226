import { sql, type Tx } from '@/lib/kernel/db'
import type { PriceChange, PriceList, PriceListState } from './schema'

/** The entry in force of a variant by the database's clock: for a lateral join, and the same whatever the jobs have done. */
export const entryInForce = (variant: string, at = 'now()'): string =>
  `(select e.price, e.compare_at from price_entry e join price_list l on l.id = e.list_id
     where e.variant_id = ${variant} and l.valid_from <= ${at} and (l.valid_to is null or l.valid_to > ${at})
     order by l.valid_from desc, l.id desc limit 1)`

/** The lowest price of the 30 days before a moment, the present one among them. */
export const lowestBefore = (variant: string, at = 'now()'): string =>
  `least(${variant}.price, (select min(h.was) from price_history h
     where h.variant_id = ${variant}.id and h.since > ${at} - interval '30 days'))`

type HistoryRow = { variant_id: string; was: number; price: number; since: Date }

/** Every change of the last `days`, the oldest first. */
export async function readPriceChanges(
  variantIds: readonly string[],
  days: number,
): Promise<Map<string, PriceChange[]>> {
  const { rows } = await sql.query<HistoryRow>(
    `select variant_id, was, price, since from price_history
      where variant_id = any($1) and since > now() - $2 * interval '1 day' order by variant_id, since, id`,
    [variantIds, days],
  )
  const changes = new Map<string, PriceChange[]>()
  for (const { variant_id, was, price, since } of rows) {
    const own = changes.get(variant_id) ?? []
    changes.set(variant_id, [...own, { was, price, since: since.toISOString() }])
  }
  return changes
}

type ListRow = {
  id: string
  name: string
  valid_from: Date
  valid_to: Date | null
  state: PriceListState
  entries: number
}

/** A shop's lists, the latest first. `state` is of this moment, not of the last job. */
export async function listPriceLists(shopId: string): Promise<PriceList[]> {
  const { rows } = await sql.query<ListRow>(
    `select l.id, l.name, l.valid_from, l.valid_to,
            case when l.valid_to <= now() then 'ended' when l.valid_from <= now() then 'running' else 'planned' end as state,
            (select count(*)::int from price_entry e where e.list_id = l.id) as entries
       from price_list l where l.shop_id = $1 order by l.valid_from desc, l.id desc limit 100`,
    [shopId],
  )
  return rows.map(({ valid_from, valid_to, ...row }) => ({
    ...row,
    from: valid_from.toISOString(),
    to: valid_to?.toISOString() ?? null,
  }))
}

/** Lists whose begin or end the shown prices have not been told of. */
export async function listDueLists(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from price_list
      where state <> 'ended' and ((state = 'planned' and valid_from <= now()) or valid_to <= now())
      order by coalesce(valid_to, valid_from), id limit 100`,
  )
  return rows.map(({ id }) => id)
}

/** Variants of a list behind `after`, in order. */
export async function listedVariants(listId: string, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql.query<{ variant_id: string }>(
    'select variant_id from price_entry where list_id = $1 and variant_id > $2 order by variant_id limit $3',
    [listId, after, limit],
  )
  return rows.map(({ variant_id }) => variant_id)
}
