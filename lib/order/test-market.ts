import type pg from 'pg'
import type { UserActor } from '@/lib/auth/schema'
import { addItem, createCart } from '@/lib/cart'
import { must } from '@/lib/kernel/result'
import { placeOrder } from '@/lib/order'
import type { PlaceOrderInput } from '@/lib/order/schema'
import type { Provider } from '@/lib/payment/schema'

/** Two shops with two goods each: `var_a1`, `var_a2`, `var_b1`, `var_b2` at 100 000, 200 000, 100 000, 200 000 soʻm. */
export async function seedMarket(pool: pg.Pool, stock = 10): Promise<void> {
  await pool.query(`
    insert into category (id, slug, name, path) values ('cat_1', 'dishes', '{"uz":"Idish"}', '{dishes}');
    insert into shop (id, slug, name, description, region_code, since, free_from)
    values ('sho_a', 'alfa', 'Alfa', '{}', 1726, 2024, 30000000), ('sho_b', 'beta', 'Beta', '{}', 1726, 2024, null);
    insert into commission_rule (id, shop_id, bp) values ('com_1', null, 1000), ('com_2', 'sho_b', 725)`)
  for (const shop of ['a', 'b']) {
    for (const n of [1, 2]) {
      await pool.query(
        `insert into product (id, shop_id, category_id, category_ids, slug, title, description, status, price)
         values ($1, $2, 'cat_1', '{cat_1}', $3, '{"uz":"Choynak"}', '{}', 'active', $4)`,
        [`prd_${shop}${n}`, `sho_${shop}`, `choynak-${shop}${n}`, n * 10_000_000],
      )
      await pool.query('insert into variant (id, product_id, sku, price) values ($1, $2, $3, $4)', [
        `var_${shop}${n}`,
        `prd_${shop}${n}`,
        `SKU-${shop}${n}`.toUpperCase(),
        n * 10_000_000,
      ])
      await pool.query('insert into stock_item (variant_id, on_hand) values ($1, $2)', [`var_${shop}${n}`, stock])
    }
  }
}

type Wish = Record<string, number>

export async function fillCart(wish: Wish): Promise<{ id: string; token: string }> {
  const cart = await createCart()
  for (const [variantId, quantity] of Object.entries(wish)) must(await addItem(cart, variantId, quantity))
  return cart
}

export const orderInput = (wish: Wish, provider: Provider, method: 'pickup' | 'courier' = 'pickup') => {
  const slugs = new Set(Object.keys(wish).map((id) => (id.startsWith('var_a') ? 'alfa' : 'beta')))
  return {
    contact: { name: 'Gulnora', phone: '+998901234567' },
    ...(method === 'courier' ? { address: { region: 1726, district: 1726262, street: 'Qatortol, 24' } } : {}),
    deliveries: [...slugs].map((shop) => ({ shop, method })),
    payment: { provider },
  } satisfies PlaceOrderInput
}

export async function tryOrder(
  wish: Wish,
  over: Partial<PlaceOrderInput> = {},
  provider: Provider = 'payme',
  method: 'pickup' | 'courier' = 'pickup',
) {
  const cart = await fillCart(wish)
  const actor = { kind: 'guest', cartToken: cart.token } as const
  return placeOrder({ ...orderInput(wish, provider, method), ...over, cartId: cart.id }, actor)
}

export const order = async (
  wish: Wish,
  provider: Provider = 'payme',
  method: 'pickup' | 'courier' = 'pickup',
  coupon?: string,
) => must(await tryOrder(wish, coupon === undefined ? {} : { coupon }, provider, method))

/** By somebody who has signed in; `credit` in minor units. */
export async function orderOf(buyer: UserActor, wish: Wish, credit: number, provider: Provider = 'payme') {
  const cart = await createCart(buyer)
  for (const [variantId, quantity] of Object.entries(wish)) must(await addItem(cart, variantId, quantity))
  const paid = credit > 0 ? { credit: { amount: String(credit), currency: 'UZS' as const } } : {}
  return placeOrder({ ...orderInput(wish, provider), ...paid, cartId: cart.id }, buyer)
}

export const stockOf = async (pool: pg.Pool, variantId: string) =>
  (await pool.query('select on_hand, reserved from stock_item where variant_id = $1', [variantId])).rows[0]
