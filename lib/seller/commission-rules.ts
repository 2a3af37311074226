import { type Actor, actorId } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { CommissionEntry, CommissionInput } from './schema'

/** The operator writes rules; the command line and jobs act for one. */
const isOperator = (actor: Actor) => actor.kind === 'system' || (actor.kind === 'user' && actor.role === 'admin')

type Refusal = 'forbidden' | 'unknown-shop' | 'unknown-category' | 'wrong-period' | 'wrong-range'

async function idOf(table: 'shop' | 'category', slug: string | undefined): Promise<string | null | undefined> {
  if (slug === undefined) return null
  const { rows } = await sql.query<{ id: string }>(`select id from ${table} where slug = $1`, [slug])
  return rows[0]?.id
}

/** A new version of the rule of its scope; orders keep what was frozen into them. The past cannot be ruled. */
export async function setCommission(
  input: CommissionInput,
  actor: Actor,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { min = null, max = null, from, to } = input
  if (min !== null && max !== null && min > max) return fail('wrong-range')
  if (to !== undefined && to <= (from ?? new Date().toISOString())) return fail('wrong-period')
  const shopId = await idOf('shop', input.shop)
  if (shopId === undefined) return fail('unknown-shop')
  const categoryId = await idOf('category', input.category)
  if (categoryId === undefined) return fail('unknown-category')
  const values = [newId('com'), shopId, categoryId, input.bp, input.fixed ?? 0, min, max]
  return ok(await insertRule([...values, from ?? null, to ?? null, actorId(actor)]))
}

// The greatest of the asked time and now: a rule that reached back would say something about orders it never touched.
const insert = `
  insert into commission_rule (id, shop_id, category_id, bp, fixed, min, max, valid_from, valid_to, created_by, version)
  select $1, $2, $3, $4, $5, $6, $7, greatest(coalesce($8::timestamptz, now()), now()), $9, $10,
         coalesce(max(version), 0) + 1
    from commission_rule where shop_id is not distinct from $2 and category_id is not distinct from $3
  returning id, version`

async function insertRule(values: unknown[], attempts = 5): Promise<{ id: string; version: number }> {
  try {
    const { rows } = await sql.query<{ id: string; version: number }>(insert, values)
    if (!rows[0]) throw new Error('A commission rule was not written')
    return rows[0]
  } catch (error) {
    // Somebody else has just written this version of the scope: the next number is ours.
    if (attempts > 1 && (error as { constraint?: string }).constraint === 'commission_rule_version')
      return insertRule(values, attempts - 1)
    throw error
  }
}

type Row = {
  id: string
  version: number
  bp: number
  fixed: number
  min: number | null
  max: number | null
  valid_from: Date
  valid_to: Date | null
  shop: string | null
  category: Texts | null
  category_slug: string | null
  active: boolean
}

/** Every rule, those in force first, the general before the special; null for anybody but the operator. */
export async function listCommissions(actor: Actor): Promise<CommissionEntry[] | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<Row>(
    `select r.id, r.version, r.bp, r.fixed, r.min, r.max, r.valid_from, r.valid_to, s.name as shop, c.name as category,
            c.slug as category_slug,
            r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and not exists (
              select from commission_rule n
               where n.shop_id is not distinct from r.shop_id and n.category_id is not distinct from r.category_id
                 and n.valid_from <= now() and (n.valid_to is null or n.valid_to > now())
                 and (n.valid_from, n.id) > (r.valid_from, r.id)) as active
       from commission_rule r left join shop s on s.id = r.shop_id left join category c on c.id = r.category_id
      order by active desc, (r.shop_id is not null), s.name, (r.category_id is not null), c.slug, r.valid_from desc, r.id
      limit 500`,
  )
  return rows.map(({ valid_from, valid_to, category_slug, ...row }) => ({
    ...row,
    categorySlug: category_slug,
    validFrom: valid_from.toISOString(),
    validTo: valid_to?.toISOString() ?? null,
  }))
}
