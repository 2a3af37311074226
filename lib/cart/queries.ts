import { quoteGoods } from '@/lib/catalog'
import type { GoodsLine } from '@/lib/catalog/schema'
import { prepared, sql } from '@/lib/kernel/db'
import { type Money, money, sum, times } from '@/lib/kernel/money'
import { quantityProblem, tiersBelow } from '@/lib/price/schema'
import { deliveryQuote } from '@/lib/seller'
import { ANY_CART, type CartRef, cartWhere, OPEN_CART } from './access'
import type { Cart, CartId, CartItem, CartItemId, CartShop, CartStatus } from './schema'

type Row = {
  id: CartId
  status: CartStatus
  order_id: string | null
  items: { id: CartItemId; variant_id: string; quantity: number }[]
}

const select = (where: string) =>
  prepared(
    `select id, status, order_id, coalesce((
              select jsonb_agg(jsonb_build_object('id', i.id, 'variant_id', i.variant_id, 'quantity', i.quantity)
                               order by i.created_at, i.id)
                from cart_item i where i.cart_id = cart.id), '[]') as items
       from cart where ${where}`,
  )
const reads = { [ANY_CART]: select(ANY_CART), [OPEN_CART]: select(OPEN_CART) }

async function findRow(ref: CartRef): Promise<Row | null> {
  const found = cartWhere(ref)
  if (!found) return null
  const { rows } = await sql.query<Row>(reads[found.where], found.params)
  return rows[0] ?? null
}

/** Goods that are not sold any more leave the cart when it is looked at: nobody could buy or even see them. */
async function quoteItems(row: Row): Promise<GoodsLine[]> {
  const lines = row.items.map((item) => ({ variantId: item.variant_id, quantity: item.quantity }))
  if (lines.length === 0) return []
  const quoted = await quoteGoods(sql, lines)
  if (quoted.ok) return quoted.value
  const gone = (quoted.detail?.['variantIds'] ?? []) as string[]
  if (row.status === 'open') {
    await sql.query('delete from cart_item where cart_id = $1 and variant_id = any($2)', [row.id, gone])
  }
  const rest = await quoteGoods(
    sql,
    lines.filter(({ variantId }) => !gone.includes(variantId)),
  )
  return rest.ok ? rest.value : []
}

const toItem = (line: GoodsLine, id: CartItemId): CartItem => ({
  id,
  variantId: line.variantId,
  productSlug: line.productSlug,
  sku: line.sku,
  title: line.title,
  options: line.options,
  image: line.image,
  price: line.price,
  single: line.single,
  minOrder: line.minOrder,
  multiple: line.multiple,
  tiers: tiersBelow(line.single.amount, line.tiers),
  parts: line.parts,
  quantity: line.quantity,
  problem: quantityProblem(line, line.quantity),
  available: line.available,
  total: times(line.price, line.quantity),
})

const totalOf = (items: readonly { total: Money }[]): Money =>
  sum(
    items.map(({ total }) => total),
    items[0]?.total.currency ?? 'UZS',
  )

function toShop({ shopId, shopSlug, shopName, terms }: GoodsLine, items: CartItem[]): CartShop {
  const itemsTotal = totalOf(items)
  return {
    shop: { id: shopId, slug: shopSlug, name: shopName },
    items,
    itemsTotal,
    courierFee: deliveryQuote(terms, 'courier', itemsTotal),
    postFee: deliveryQuote(terms, 'post', itemsTotal),
    freeFrom: terms.freeFrom,
  }
}

function byShop(row: Row, lines: GoodsLine[]): CartShop[] {
  const idOf = new Map(row.items.map((item) => [item.variant_id, item.id]))
  return [...new Set(lines.map((line) => line.shopId))].flatMap((shopId) => {
    const own = lines.filter((line) => line.shopId === shopId)
    const items = own.flatMap((line) => {
      const id = idOf.get(line.variantId)
      return id ? [toItem(line, id)] : []
    })
    return own[0] ? [toShop(own[0], items)] : []
  })
}

/** Priced at this moment. Null: no such cart, or not the reader's. */
export async function getCart(ref: CartRef): Promise<Cart | null> {
  const row = await findRow(ref)
  if (!row) return null
  const shops = byShop(row, await quoteItems(row))
  const items = shops.flatMap((shop) => shop.items)
  return {
    id: row.id,
    status: row.status,
    orderId: row.order_id,
    shops,
    itemsTotal: items.length > 0 ? totalOf(items) : money(0, 'UZS'),
    count: items.reduce((count, { quantity }) => count + quantity, 0),
  }
}

/** For the badge of the header: one small read. */
export async function countCart(ref: CartRef): Promise<number> {
  const found = cartWhere(ref)
  if (!found) return 0
  const { rows } = await sql.query<{ count: number }>(
    `select coalesce(sum(i.quantity), 0)::int as count from cart_item i
      where i.cart_id in (select id from cart where ${found.where} and status = 'open')`,
    found.params,
  )
  return rows[0]?.count ?? 0
}
