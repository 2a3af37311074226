import { sql, type Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** Where no rule was written: 6 %. */
const DEFAULT_BP = 600

/** Basis points by shop, valid now: the shop's own rule before the one for everyone, the newest first. */
export async function commissionFor(tx: Tx, shopIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: string; bp: number | null }>(
    `select s.id, (select r.bp from commission_rule r
                    where (r.shop_id = s.id or r.shop_id is null) and r.valid_from <= now()
                    order by (r.shop_id is null), r.valid_from desc limit 1) as bp
       from unnest($1::text[]) as s(id)`,
    [[...new Set(shopIds)]],
  )
  return new Map(rows.map(({ id, bp }) => [id, bp ?? DEFAULT_BP]))
}

/** From now on; orders keep what was frozen into them. Without a shop it is the rule for everyone. */
export async function setCommission(shopSlug: string | null, bp: number): Promise<Result<true, 'not-found'>> {
  if (!Number.isInteger(bp) || bp < 0 || bp > 10_000) throw new RangeError(`Not basis points: ${bp}`)
  const { rowCount } = await sql.query(
    `insert into commission_rule (id, shop_id, bp)
     select $1, s.id, $3 from (select id from shop where slug = $2 union all select null where $2::text is null) s`,
    [newId('com'), shopSlug, bp],
  )
  return rowCount ? ok(true) : fail('not-found')
}
