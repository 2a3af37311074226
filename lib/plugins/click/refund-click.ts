import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { GatewayRefund, RefundOutcome } from '@/lib/payment/ports'
import { callMerchantApi } from './merchant-api'
import { paydocOf } from './paydoc'
import { findTransaction } from './transaction'

/** Payments that Click has taken back have a status below zero: an answer that was lost is found again here. */
async function isReversed(paymentId: string): Promise<boolean> {
  const { error_code, payment_status } = await callMerchantApi(
    'GET',
    `payment/status/${env.CLICK_SERVICE_ID}/${paymentId}`,
  )
  return error_code === 0 && (payment_status ?? 0) < 0
}

/**
 * Reversal gives back the whole payment or nothing, and only of this month (last month's on the first day): the rest is
 * for a person in Click's cabinet.
 */
export async function refundClick({ providerRef, number, amount, captured }: GatewayRefund): Promise<RefundOutcome> {
  if (amount.amount !== captured.amount) return { status: 'manual', note: 'click-partial-refund' }
  const row = await findTransaction(sql, providerRef)
  const paymentId = await paydocOf(providerRef, number, row)
  if (!paymentId) return { status: 'manual', note: 'click-payment-unknown' }
  const reversed = await callMerchantApi('DELETE', `payment/reversal/${env.CLICK_SERVICE_ID}/${paymentId}`)
  if (reversed.error_code === 0 || (await isReversed(paymentId))) return { status: 'done' }
  return { status: 'manual', note: `click-refused:${reversed.error_code}` }
}
