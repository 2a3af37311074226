import { createHash } from 'node:crypto'
import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { Conversion, ConversionSink } from '@/lib/measure/ports'
import '@/lib/measure/ports'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Names of Meta's own; a refund has none among its standard events. */
const names = { purchase: 'Purchase', refund: 'Refund' } as const

/**
 * One event of the Conversions API, https://developers.facebook.com/docs/marketing-api/conversions-api/parameters:
 * `event_name` with `event_id` is what makes a repetition, or the page's own pixel, count once. Phone and e-mail are
 * hashed as it asks: digits with the country's code, small letters.
 */
export function metaBody({ kind, eventId, orderId, amount, currency, at, items, origin, person }: Conversion) {
  const given = Object.entries({
    fbp: origin.fbp,
    fbc: origin.fbc,
    client_ip_address: origin.ip,
    client_user_agent: origin.userAgent,
  })
  return {
    data: [
      {
        event_name: names[kind],
        event_time: at,
        event_id: eventId,
        action_source: 'website',
        event_source_url: `${env.APP_URL}/${origin.locale}/orders`,
        user_data: {
          ...Object.fromEntries(given.filter(([, value]) => value !== null)),
          ...(person ? { ph: [digest(person.phone.replace(/\D/g, ''))] } : {}),
          ...(person?.email ? { em: [digest(person.email.trim().toLowerCase())] } : {}),
        },
        custom_data: {
          order_id: orderId,
          currency,
          value: amount / 100,
          content_type: 'product',
          content_ids: items.map(({ sku }) => sku),
          contents: items.map(({ sku, quantity, price }) => ({ id: sku, quantity, item_price: price / 100 })),
        },
      },
    ],
  }
}

async function send(conversion: Conversion): Promise<string> {
  const base = env.META_API_BASE.replace(/\/$/, '')
  // The token travels in the body: addresses are written into logs.
  const response = await fetch(`${base}/${env.META_PIXEL_ID}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...metaBody(conversion), access_token: env.META_ACCESS_TOKEN }),
    signal: AbortSignal.timeout(5_000),
  })
  if (!response.ok) throw new Error(`Meta answered ${response.status}`)
  const { events_received: taken } = (await response.json()) as { events_received?: number }
  if (taken !== 1) throw new Error('Meta did not take the event')
  return 'events_received 1'
}

const sink: ConversionSink = { allows: (consent) => consent.ads, send }

/** On where both the pixel's number and its token are set. */
export const meta: Plugin = {
  name: 'meta',
  provides: env.META_PIXEL_ID && env.META_ACCESS_TOKEN ? { 'sink:meta': sink } : {},
}
