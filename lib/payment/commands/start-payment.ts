import type { Locale } from '@/lib/i18n'
import { sql, transact } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { handle } from '@/lib/kernel/event-store'
import type { Id } from '@/lib/kernel/id'
import { maybe, use } from '@/lib/kernel/plugin'
import { fail, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId, Provider } from '../schema'
import '../ports'

/** One payment per order and provider, so asking twice is harmless and a buyer may change the provider. */
export const paymentIdOf = (orderId: string, provider: Provider): PaymentId => `pay_${orderId.slice(4)}${provider}`

/**
 * Where the buyer goes to pay. The gateway is asked before the transaction opens: no lock is held while the network is
 * slow. Refuses with `not-found`, `not-payable`, `provider-unavailable`.
 */
export async function startPayment(orderId: Id<'ord'>, provider: Provider, locale: Locale) {
  const order = await use('payable-orders').find(sql, { id: orderId })
  if (!order) return fail('not-found')
  if (order.state !== 'payable') return fail('not-payable')
  const gateway = maybe(`gateway:${provider}`)
  if (!gateway) return fail('provider-unavailable')
  const paymentId = paymentIdOf(order.id, provider)
  const returnUrl = `${env.APP_URL}/${locale}/orders/${order.number}`
  const { id, number, total: amount } = order
  const { url } = await gateway.createInvoice({ paymentId, orderId: id, number, amount, locale, returnUrl })
  const request = { type: 'RequestPayment', paymentId, orderId: id, provider, amount, url } as const
  return transact(async (tx) => {
    const requested = await handle(tx, payment, paymentId, request, { actorId: 'checkout' })
    if (!requested.ok) return requested
    if (provider === 'cash') await use('payable-orders').releaseCash(tx, order.id)
    return ok({ paymentId, url })
  })
}
