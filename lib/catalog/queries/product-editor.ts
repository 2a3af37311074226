import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { moverOf } from '../commands/product-fields'
import { readOwnShop } from '../commands/shop-of'
import { movesFrom } from '../product-state'
import { type AttributeRule, type Completeness, completenessOf, type ProductStatus, type SameGoods } from '../schema'
import type { SellerProduct } from '../seller-product'
import { readRulesOf } from './category-rules'
import { listSameGoods } from './same-goods'
import { getSellerProduct } from './seller-products'

export type ProductEditor = {
  product: SellerProduct | null
  rules: AttributeRule[]
  completeness: Completeness[]
  moves: ProductStatus[]
  same: SameGoods[]
}

const blank = { title: {}, description: {}, images: [], attributes: {} }

/** What the form of a product needs; null for a product that is not the actor's. `category`: the one now chosen. */
export async function getProductEditor(
  id: string | null,
  category: string | null,
  actor: Actor,
): Promise<ProductEditor | null> {
  const [shop, product] = await Promise.all([readOwnShop(sql, actor), id === null ? null : getSellerProduct(id, actor)])
  if (shop === null || (id !== null && product === null)) return null
  const slug = category ?? product?.category ?? null
  const [rules, same] = await Promise.all([slug ? readRulesOf(slug) : [], product ? listSameGoods(product) : []])
  return {
    product,
    rules,
    completeness: completenessOf(product ?? blank, rules),
    moves: movesFrom(product?.status ?? null, moverOf(shop, product?.reviewNote ?? null)),
    same,
  }
}
