import type pg from 'pg'
import { hashPassword } from '@/lib/auth/password'
import { categoryAttributeRows } from './category-attributes'
import { type Cell, copyRows } from './copy-rows'
import { demoLogins, demoPassword } from './demo-logins'
import { attributes } from './market/attributes'
import { categories, ids, seedId } from './market/catalogue'
import { shops } from './market/shops'
import { texts } from './market/words'

const soum = (amount: number) => amount * 100
const opened = (since: number) => new Date(Date.UTC(since, 2, 1))

const shopRows = (): Cell[][] =>
  shops.map((shop) => [
    ids.shop(shop.slug),
    shop.slug,
    shop.name,
    texts(shop.description),
    true,
    shop.onTime,
    shop.region,
    shop.since,
    soum(shop.courierFee),
    soum(25_000),
    shop.freeFrom === null ? null : soum(shop.freeFrom),
    shop.handlingDays,
    opened(shop.since),
  ])
const shopColumns = [
  'id',
  'slug',
  'name',
  'description',
  'trusted',
  'on_time',
  'region_code',
  'since',
  'courier_fee',
  'post_fee',
  'free_from',
  'handling_days',
  'created_at',
]

async function writeLogins(client: pg.ClientBase): Promise<void> {
  const hash = await hashPassword(demoPassword)
  const users = demoLogins.map(({ phone, name, role }) => [ids.user(phone), phone, name, hash, role])
  await copyRows(client, '"user"', ['id', 'phone', 'name', 'password_hash', 'role'], users)
  const members = demoLogins.flatMap(({ phone, shop }) =>
    shop === undefined ? [] : [[ids.user(phone), ids.shop(shop)]],
  )
  await copyRows(client, 'shop_member', ['user_id', 'shop_id'], members)
}

/** Shops, tree, attributes, commission and, for the demo, its people; the caller owns the transaction. */
export async function writeMarket(client: pg.ClientBase, options: { logins: boolean }): Promise<void> {
  await copyRows(client, 'shop', shopColumns, shopRows())
  await copyRows(
    client,
    'category',
    ['id', 'parent_id', 'slug', 'name', 'path', 'position', 'image'],
    categories.map(({ id, parent, node, path, position }) => [
      id,
      parent,
      node.slug,
      texts(node.name),
      path,
      position,
      node.picture,
    ]),
  )
  await copyRows(
    client,
    'attribute',
    ['code', 'name', 'type', 'unit', 'filterable', 'options', 'position'],
    attributes.map((each, i) => [
      each.code,
      texts(each.name),
      each.type,
      each.unit ?? null,
      each.filterable,
      each.options,
      i,
    ]),
  )
  await copyRows(client, 'category_attribute', ['category_id', 'code'], categoryAttributeRows())
  const rule = [seedId('com', 0, 'everyone'), null, 1000, new Date(Date.UTC(2025, 0, 1))]
  await copyRows(client, 'commission_rule', ['id', 'shop_id', 'bp', 'valid_from'], [rule])
  if (options.logins) await writeLogins(client)
}
