import type { Tx } from '@/lib/kernel/db'
import { type CommissionLine, pickRule, type ScopedRule } from './commission-precedence'
import type { CommissionRule } from './schema'

type Row = {
  id: string
  version: number
  bp: number
  fixed: number
  min: number | null
  max: number | null
  shop_id: string | null
  category_id: string | null
  depth: number
  valid_from: Date
}

// The newest valid rule of each scope is enough: older ones of the same scope always lose.
const newestOfScope = `
  select distinct on (r.shop_id, r.category_id) r.id, r.version, r.bp, r.fixed, r.min, r.max, r.shop_id, r.category_id,
         coalesce(cardinality(c.path), 0) as depth, r.valid_from
    from commission_rule r left join category c on c.id = r.category_id
   where (r.shop_id is null or r.shop_id = any($1)) and (r.category_id is null or r.category_id = any($2))
     and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
   order by r.shop_id, r.category_id, r.valid_from desc, r.id desc`

const toRule = ({ shop_id, category_id, valid_from, ...rule }: Row): ScopedRule => ({
  ...rule,
  shopId: shop_id,
  categoryId: category_id,
  validFrom: valid_from.getTime(),
})

/** The rule of each line, in the order asked, in one statement for a whole cart. `categoryIds`: its own and all above. */
export async function commissionFor(tx: Tx, lines: readonly CommissionLine[]): Promise<CommissionRule[]> {
  const shops = [...new Set(lines.map((line) => line.shopId))]
  const categories = [...new Set(lines.flatMap((line) => line.categoryIds))]
  const { rows } = await tx.query<Row>(newestOfScope, [shops, categories])
  const rules = rows.map(toRule)
  return lines.map((line) => pickRule(rules, line))
}
