import { createHash, timingSafeEqual } from 'node:crypto'
import { isOperator, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import type { OrderAccess, OrderId, ParcelId } from '../schema'

export type OrderRef = { id: string } | { number: string }

type Row = {
  id: OrderId
  buyer_id: string | null
  phone: string | null
  access_token_hash: string | null
  shops: Id<'sho'>[]
}

/** How the reader proved to be let in. A phone is weak: whoever delivers knows it. */
export type Proof = 'token' | 'buyer' | 'operator' | 'phone' | 'shop'

/** `shopId`: the reader is that shop and sees its own parcel only. */
export type OpenedOrder = { id: OrderId; shopId: Id<'sho'> | null; proof: Proof }

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const sameHash = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const proofOf = (row: Row, { token, phone, actor }: OrderAccess): Proof | null => {
  if (actor?.kind === 'user' && actor.id === row.buyer_id) return 'buyer'
  if (token && row.access_token_hash && sameHash(hashToken(token), row.access_token_hash)) return 'token'
  if (isOperator(actor)) return 'operator'
  return phone && row.phone === phone ? 'phone' : null
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
  const proof = proofOf(row, access)
  if (proof) return { id: row.id, shopId: null, proof }
  const shopId = shopOf(row, access)
  return shopId ? { id: row.id, shopId, proof: 'shop' } : null
}

/** A parcel for its buyer or the operator; null for everybody else, its shop too. */
export async function openParcel(
  parcelId: string,
  access: OrderAccess,
): Promise<{ orderId: OrderId; parcelId: ParcelId; proof: Proof } | null> {
  const { rows } = await sql.query<{ id: ParcelId; order_id: OrderId }>(
    'select id, order_id from parcel_view where id = $1',
    [parcelId],
  )
  const row = rows[0]
  const opened = row && (await openOrder({ id: row.order_id }, access))
  return row && opened && opened.proof !== 'shop'
    ? { orderId: row.order_id, parcelId: row.id, proof: opened.proof }
    : null
}
