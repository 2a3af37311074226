import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { Conversion, ConversionSink } from '@/lib/measure/ports'
import '@/lib/measure/ports'

const major = (minor: number) => minor / 100

/**
 * One event of the Measurement Protocol, https://developers.google.com/analytics/devguides/collection/protocol/ga4:
 * `transaction_id` is what makes a repetition count once.
 */
export function ga4Body({ kind, orderId, eventId, amount, currency, at, items, delivery, coupon, origin }: Conversion) {
  const params = {
    transaction_id: orderId,
    event_id: eventId,
    currency,
    value: major(amount),
    ...(origin.gaSession ? { session_id: origin.gaSession } : {}),
    engagement_time_msec: 1,
    ...(kind === 'purchase' ? { shipping: major(delivery), ...(coupon ? { coupon } : {}) } : {}),
    items: items.slice(0, 200).map(({ sku, title, quantity, price }) => ({
      item_id: sku,
      item_name: title.slice(0, 100),
      quantity,
      price: major(price),
    })),
  }
  return {
    client_id: origin.gaClient,
    timestamp_micros: String(at * 1_000_000),
    consent: { ad_user_data: granted(origin), ad_personalization: granted(origin) },
    events: [{ name: kind, params }],
  }
}

const granted = ({ consent }: Conversion['origin']) => (consent.includes('ads') ? 'GRANTED' : 'DENIED')

async function send(conversion: Conversion): Promise<string> {
  const address = new URL('/mp/collect', env.GA4_API_BASE)
  address.searchParams.set('measurement_id', env.GA4_MEASUREMENT_ID ?? '')
  address.searchParams.set('api_secret', env.GA4_API_SECRET ?? '')
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ga4Body(conversion)),
    signal: AbortSignal.timeout(5_000),
  })
  // Google answers 2xx to anything it could read at all, so nothing more can be learnt from it.
  if (!response.ok) throw new Error(`Google Analytics answered ${response.status}`)
  return `HTTP ${response.status}`
}

const sink: ConversionSink = {
  allows: (consent, { gaClient }) => consent.analytics && gaClient !== null,
  send,
}

/** On where both the counter's number and its secret are set. */
export const ga4: Plugin = {
  name: 'ga4',
  provides: env.GA4_MEASUREMENT_ID && env.GA4_API_SECRET ? { 'sink:ga4': sink } : {},
}
