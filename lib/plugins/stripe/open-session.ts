import Stripe from 'stripe'
import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import type { Invoice } from '@/lib/payment/ports'
import { stripeClient } from './client'
import { keepSession, listSessions } from './session'

/** Stripe lets no session end earlier than after thirty minutes. */
const SHORTEST_MS = 31 * 60_000
const STEP_MS = 5 * 60_000
/** With less than this left, a buyer gets a new one. */
const USABLE_MS = 5 * 60_000

const titles = { uz: 'Bozor, buyurtma', ru: 'Bozor, заказ', en: 'Bozor, order' }

/** In steps, so that asking again after a lost answer asks for the very same. */
const expiry = (): number => Math.ceil((now().getTime() + SHORTEST_MS) / STEP_MS) * STEP_MS

const params = ({ paymentId, number, amount, locale, returnUrl }: Invoice, expires: number) =>
  ({
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'uzs',
          unit_amount: amount.amount,
          product_data: { name: `${titles[locale]} ${number}` },
        },
      },
    ],
    client_reference_id: number,
    metadata: { order: number, payment: paymentId },
    payment_intent_data: { metadata: { order: number, payment: paymentId } },
    // Stripe does not speak Uzbek.
    locale: locale === 'uz' ? 'auto' : locale,
    success_url: returnUrl,
    cancel_url: returnUrl,
    expires_at: Math.floor(expires / 1000),
  }) satisfies Stripe.Checkout.SessionCreateParams

async function create(invoice: Invoice, expires: number, key: string) {
  const { sessions } = stripeClient().checkout
  const asked = params(invoice, expires)
  try {
    return await sessions.create(asked, { idempotencyKey: key })
  } catch (error) {
    // The key was used with other words (another language, a later end): nobody has got that session's address.
    if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error
    return sessions.create(asked, { idempotencyKey: `${key}:${invoice.locale}:${expires}` })
  }
}

/** One session an order, until it ends; the goods are kept a little longer than it may be paid. */
export async function openSession(invoice: Invoice): Promise<{ url: string }> {
  const { paymentId, orderId, number, amount } = invoice
  const known = await listSessions(sql, paymentId)
  const usable = known.find(
    ({ status, expires_at }) => status === 'open' && expires_at.getTime() > now().getTime() + USABLE_MS,
  )
  if (usable) return { url: usable.url }
  const expires = expiry()
  await use('payable-orders').hold(sql, orderId, Math.ceil((expires - now().getTime()) / 60_000) + 2)
  const key = known.length === 0 ? paymentId : `${paymentId}:${known.length}`
  const { id, url } = await create(invoice, expires, key)
  if (!url) throw new Error(`Stripe opened ${id} without an address to pay at`)
  const session = { id, paymentId, orderId, number, amount: amount.amount, url, expiresAt: new Date(expires) }
  await keepSession(sql, session)
  return { url }
}
