import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import type { OrderContact } from '../schema'

type Row = {
  order_id: string
  name: string
  phone: string
  email: string | null
  region: number | null
  district: number | null
  street: string | null
  landmark: string | null
  locale: Locale
}

const toContact = (row: Row): OrderContact => ({
  name: row.name,
  phone: row.phone,
  email: row.email,
  address:
    row.region === null || row.district === null || row.street === null
      ? null
      : { region: row.region, district: row.district, street: row.street, landmark: row.landmark },
})

export type KnownContact = { contact: OrderContact; locale: Locale }

/** By order id; an erased one is simply missing. */
export async function readContacts(orderIds: string[]): Promise<Map<string, KnownContact>> {
  const { rows } = await sql.query<Row>(
    `select order_id, name, phone, email, region, district, street, landmark, locale
       from order_contact where order_id = any($1)`,
    [orderIds],
  )
  return new Map(rows.map((row) => [row.order_id, { contact: toContact(row), locale: row.locale }]))
}
