import type { Locale } from '@/lib/i18n'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { create, handle } from '@/lib/kernel/event-store'
import type { Id } from '@/lib/kernel/id'
import { money } from '@/lib/kernel/money'
import { maybe, use } from '@/lib/kernel/plugin'
import { fail, must, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { Invoice, PayableOrder } from '../ports'
import { fitsProvider, type Payment, type PaymentId, type Provider } from '../schema'

/** One payment per order and provider, so asking twice is harmless and a buyer may change the provider. */
export const paymentIdOf = (orderId: string, provider: Provider): PaymentId => `pay_${orderId.slice(4)}${provider}`

type New = Omit<PayableOrder, 'state'>

const invoiceOf = ({ id, number, total }: New, provider: Provider, locale: Locale): Invoice => ({
  paymentId: paymentIdOf(id, provider),
  orderId: id,
  number,
  amount: total,
  locale,
  returnUrl: `${env.APP_URL}/${locale}/orders/${number}`,
})

const requestOf = ({ paymentId, orderId, amount }: Invoice, provider: Provider, url: string) =>
  ({ type: 'RequestPayment', paymentId, orderId, provider, amount, url }) as const

/**
 * For an order that is just being placed, in its transaction: its first payment, or null where the provider has to be
 * asked over the network (`startPayment`, after the commit).
 */
export async function startInstantPayment(
  tx: Tx,
  order: New,
  provider: Provider,
  locale: Locale,
): Promise<Payment | null> {
  const gateway = maybe(`gateway:${provider}`)
  if (!gateway?.instant) return null
  const invoice = invoiceOf(order, provider, locale)
  const { url } = await gateway.createInvoice(invoice)
  const request = requestOf(invoice, provider, url)
  const [requested] = must(await create(tx, payment, invoice.paymentId, request, { actorId: 'checkout' }))
  if (!requested) throw new Error('A first payment was not requested')
  const { paymentId: id, orderId, amount } = invoice
  const none = money(0, amount.currency)
  const createdAt = requested.at
  return { id, orderId, provider, status: 'requested', amount, captured: none, refunded: none, url, createdAt }
}

/**
 * Where the buyer goes to pay. The gateway is asked before the transaction opens: no lock is held while the network is
 * slow. Refuses with `not-found`, `not-payable`, `provider-unavailable`, `amount-too-large`.
 */
export async function startPayment(orderId: Id<'ord'>, provider: Provider, locale: Locale) {
  const order = await use('payable-orders').find(sql, { id: orderId })
  if (!order) return fail('not-found')
  if (order.state !== 'payable') return fail('not-payable')
  const gateway = maybe(`gateway:${provider}`)
  if (!gateway) return fail('provider-unavailable')
  if (provider === 'cash' && order.credited) return fail('provider-unavailable')
  if (!fitsProvider(provider, order.total.amount)) return fail('amount-too-large')
  const invoice = invoiceOf(order, provider, locale)
  const { paymentId } = invoice
  const { url } = await gateway.createInvoice(invoice)
  const request = requestOf(invoice, provider, url)
  return transact(async (tx) => {
    const requested = await handle(tx, payment, paymentId, request, { actorId: 'checkout' })
    if (!requested.ok) return requested
    if (provider === 'cash') await use('payable-orders').releaseCash(tx, order.id)
    return ok({ paymentId, url })
  })
}
