import { type Actor, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { ListParcels, Page, ShopParcel } from '../schema'
import { fromCursor, toCursor } from './cursor'
import { readContacts } from './read-contact'
import { type ParcelRow, parcelSelect, toParcels } from './read-parcels'

const where = `
   where p.shop_id = $1 and ($2::text is null or p.status = $2) and ($3::boolean is null or p.released = $3)
     and ($4::timestamptz is null or (p.placed_at, p.id) < ($4, $5))
   order by p.placed_at desc, p.id desc limit $6`

const shopOf = (actor: Actor) => (actor.kind === 'shop' || isSeller(actor) ? actor.shopId : undefined)

async function withContacts(rows: ParcelRow[]): Promise<ShopParcel[]> {
  const contacts = await readContacts(rows.filter(({ released }) => released).map((row) => row.order_id))
  const parcels = await toParcels(rows)
  return parcels.map((parcel) => ({ ...parcel, contact: contacts.get(parcel.orderId)?.contact ?? null }))
}

/** A shop's parcels, newest first. Whom to bring one to is told once it may be sent. */
export async function listParcels(actor: Actor, filter: ListParcels = {}): Promise<Page<ShopParcel>> {
  const shopId = shopOf(actor)
  if (!shopId) return { items: [], nextCursor: null }
  const { status, released, cursor, limit = 20 } = filter
  const from = fromCursor(cursor)
  const { rows } = await sql.query<ParcelRow>(parcelSelect + where, [
    shopId,
    status ?? null,
    released ?? null,
    from?.at ?? null,
    from?.id ?? null,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor = rows.length > limit && last ? toCursor(last.placed_at.toISOString(), last.id) : null
  return { items: await withContacts(page), nextCursor }
}

/** One parcel of the actor's shop; a foreign one is null like one that does not exist. */
export async function getParcel(parcelId: string, actor: Actor): Promise<ShopParcel | null> {
  const shopId = shopOf(actor)
  if (!shopId) return null
  const { rows } = await sql.query<ParcelRow>(`${parcelSelect} where p.id = $1 and p.shop_id = $2`, [parcelId, shopId])
  return (await withContacts(rows))[0] ?? null
}

/** How many of the shop's parcels stand where: the numbers of its desk. */
export async function countParcels(actor: Actor): Promise<Partial<Record<ShopParcel['status'], number>>> {
  const shopId = shopOf(actor)
  if (!shopId) return {}
  const { rows } = await sql.query<{ status: ShopParcel['status']; count: number }>(
    'select status, count(*)::int as count from parcel_view where shop_id = $1 and released group by status',
    [shopId],
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
