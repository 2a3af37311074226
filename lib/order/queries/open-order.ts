import { createHash, timingSafeEqual } from 'node:crypto'
import { isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import type { OrderAccess, OrderId } from '../schema'

export type OrderRef = { id: string } | { number: string }

type Row = {
  id: OrderId
  buyer_id: string | null
  phone: string | null
  access_token_hash: string | null
  shops: Id<'sho'>[]
}

/** `shopId`: the reader is that shop and sees its own parcel only. */
export type OpenedOrder = { id: OrderId; shopId: Id<'sho'> | null }

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const sameHash = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const isBuyer = (row: Row, { token, phone, actor }: OrderAccess): boolean => {
  if (token && row.access_token_hash && sameHash(hashToken(token), row.access_token_hash)) return true
  if (phone && row.phone === phone) return true
  if (actor?.kind === 'system') return true
  return actor?.kind === 'user' && (actor.id === row.buyer_id || actor.role === 'admin' || actor.role === 'staff')
}

const shopOf = (row: Row, { actor }: OrderAccess) => {
  const shopId = actor?.kind === 'shop' ? actor.shopId : actor && isSeller(actor) ? actor.shopId : undefined
  return row.shops.find((shop) => shop === shopId)
}

/** Lets the reader in, or answers null exactly as for an order that does not exist. */
export async function openOrder(ref: OrderRef, access: OrderAccess): Promise<OpenedOrder | null> {
  const [column, value] = 'id' in ref ? ['id', ref.id] : ['number', ref.number.trim().toUpperCase()]
  const { rows } = await sql.query<Row>(
    `select o.id, o.buyer_id, c.phone, c.access_token_hash,
            array(select shop_id from parcel_view p where p.order_id = o.id) as shops
       from order_view o left join order_contact c on c.order_id = o.id
      where o.${column} = $1`,
    [value],
  )
  const row = rows[0]
  if (!row) return null
  if (isBuyer(row, access)) return { id: row.id, shopId: null }
  const shopId = shopOf(row, access)
  return shopId ? { id: row.id, shopId } : null
}
