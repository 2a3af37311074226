import { originOf } from '@/lib/attribution'
import { consentOf } from '@/lib/consent'
import { sql } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { use } from '@/lib/kernel/plugin'
import { listSoldLines, readContacts } from '@/lib/order'
import { couponOf } from '@/lib/promotion'
import type { Conversion } from './ports'
import type { SinkName } from './schema'

type Asked = { eventId: string; sink: SinkName }
type Row = { kind: Conversion['kind']; order_id: string; amount: number; currency: string; at: Date }

async function waiting({ eventId, sink }: Asked): Promise<Row | null> {
  const { rows } = await sql.query<Row>(
    `select kind, order_id, amount, currency, at from conversion
      where event_id = $1 and sink = $2 and status = 'waiting'`,
    [eventId, sink],
  )
  return rows[0] ?? null
}

const settle = ({ eventId, sink }: Asked, status: 'sent' | 'not-allowed', answer: string | null) =>
  sql.query(
    `update conversion set status = $3, answer = $4, sent_at = now()
      where event_id = $1 and sink = $2 and status = 'waiting'`,
    [eventId, sink, status, answer?.slice(0, 500) ?? null],
  )

async function compose(row: Row, eventId: string): Promise<Conversion | null> {
  const origin = await originOf(sql, row.order_id)
  if (origin === null) return null
  const { lines, delivery } = await listSoldLines(sql, row.order_id)
  const contact = (await readContacts([row.order_id])).get(row.order_id)?.contact
  const { locale } = origin
  return {
    eventId,
    kind: row.kind,
    orderId: row.order_id,
    amount: row.amount,
    currency: row.currency,
    at: Math.floor(row.at.getTime() / 1000),
    items: lines.map(({ sku, title, quantity, price }) => ({
      sku,
      quantity,
      price,
      title: title[locale] ?? title.uz ?? sku,
    })),
    delivery,
    coupon: await couponOf(sql, row.order_id),
    locale,
    origin,
    person: contact ? { phone: contact.phone, email: contact.email } : null,
  }
}

/**
 * Tells one counter of one purchase or refund, if its buyer still agrees: who has taken a consent back by now is not
 * told of. What cannot be told is tried again by the queue with the same id.
 */
export async function sendConversion(asked: Asked): Promise<void> {
  const row = await waiting(asked)
  if (row === null) return
  const conversion = await compose(row, asked.eventId)
  const sink = use(`sink:${asked.sink}`)
  const consent = conversion && (await consentOf(sql, conversion.origin.subject))
  if (conversion === null || consent === null || !sink.allows(consent, conversion.origin)) {
    await settle(asked, 'not-allowed', null)
    return
  }
  const answer = await sink.send(consent.ads ? conversion : { ...conversion, person: null })
  await settle(asked, 'sent', answer)
  log.info({ sink: asked.sink, event: asked.eventId }, 'conversion told')
}
