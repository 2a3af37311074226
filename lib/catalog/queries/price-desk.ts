import type { Actor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { lowestBefore } from '@/lib/price'
import { shopIdOf } from '../commands/shop-of'

export type PriceState = {
  /** In force, minor units. */
  price: number
  /** What may be struck through at most; `runs`: by the discount that has begun. */
  most: number
  runs: boolean
}

/** What the shop may strike through now, by variant; nothing of a foreign product. */
export async function readPriceStates(productId: string, actor: Actor): Promise<Map<string, PriceState>> {
  const { rows } = await sql.query<PriceState & { id: string }>(
    `select v.id, v.price, coalesce(v.compare_at > v.price and v.reference is not null, false) as runs,
            case when v.compare_at > v.price then coalesce(v.reference, ${lowestBefore('v')}) else ${lowestBefore('v')} end as most
       from variant v join product p on p.id = v.product_id where p.id = $1 and p.shop_id = $2`,
    [productId, shopIdOf(actor)],
  )
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

export type OwnVariant = { sku: string; title: Texts; options: Record<string, string> }

/** The shop's plain goods by a part of their SKU or title: what a bundle can be made of. Without words: those of `skus`. */
export async function findOwnVariants(words: string, skus: readonly string[], actor: Actor): Promise<OwnVariant[]> {
  const { rows } = await sql.query<OwnVariant>(
    `select v.sku, p.title, v.options from product p join variant v on v.product_id = p.id
      where p.shop_id = $1 and p.status <> 'archived' and not v.bundle
        and (v.sku = any($3) or ($2 <> '' and (starts_with(upper(v.sku), upper($2)) or strpos(lower(p.title::text), lower($2)) > 0)))
      order by p.seq desc, v.position limit 30`,
    [shopIdOf(actor), words, skus],
  )
  return rows
}
