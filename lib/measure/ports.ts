import type { Origin } from '@/lib/attribution/schema'
import type { Consent } from '@/lib/consent/schema'
import type { Locale } from '@/lib/i18n'

export type SoldItem = { sku: string; title: string; quantity: number /** Of one, in minor units */; price: number }

/** What was earned or given back, as it is told to whoever measures advertising. */
export type Conversion = {
  eventId: string
  kind: 'purchase' | 'refund'
  orderId: string
  /** Minor units: what was paid, or what goes back. */
  amount: number
  currency: string
  /** Seconds since 1970 */
  at: number
  items: SoldItem[]
  delivery: number
  coupon: string | null
  locale: Locale
  origin: Origin
  /** For matching, by those who agreed to ads: hashed before it leaves. */
  person: { phone: string; email: string | null } | null
}

/** A counter that takes conversions from the server. */
export type ConversionSink = {
  /** Does it know whom it is about, and may it? */
  allows(consent: Consent, origin: Origin): boolean
  /** Throws where asking again may help; answers a few words of what was said. Repeating with the same `eventId` counts once. */
  send(conversion: Conversion): Promise<string>
}

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'sink:ga4': ConversionSink
    'sink:meta': ConversionSink
  }
}
