import type { Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { captureFor } from '@/lib/payment'
import type { PayableOrder } from '@/lib/payment/ports'
import { type Answer, confirmed, refuse } from './answers'
import type { ClickRequest } from './request'
import { parseSom } from './som'
import { cancelTransaction, confirmTransaction, lockTransaction, type Transaction } from './transaction'

export type Completed = Answer & { flag?: 'cancelled-after-confirmation' }

/**
 * Click has taken the money: from here on nothing is refused. An order that another payment has satisfied, or that is
 * gone, gives it back as excess.
 */
async function take(tx: Tx, row: Transaction, order: PayableOrder, asked: ClickRequest): Promise<Answer> {
  const amount = money(row.amount, 'UZS')
  const paymentId = await captureFor(tx, { order, provider: 'click', amount, providerRef: row.click_trans_id })
  const confirmId = await confirmTransaction(tx, row, paymentId, asked.click_paydoc_id || null)
  return confirmed({ clickTransId: row.click_trans_id, number: row.number, confirmId })
}

/** A confirmed payment is never un-paid by a call: that one is for a person to look at. */
export async function complete(tx: Tx, asked: ClickRequest): Promise<Completed> {
  const order = await use('payable-orders').find(tx, { number: asked.merchant_trans_id })
  if (order?.total.currency !== 'UZS') return refuse(-5)
  const row = await lockTransaction(tx, asked.click_trans_id)
  const fits = row?.number === order.number && String(row.prepare_id) === asked.merchant_prepare_id
  if (!row || !fits) return refuse(-6)
  const cancels = asked.error !== '0'
  if (row.state === 'confirmed') return cancels ? { ...refuse(-9), flag: 'cancelled-after-confirmation' } : refuse(-4)
  if (parseSom(asked.amount) !== row.amount) return refuse(-2)
  if (row.state === 'cancelled') return refuse(-9)
  if (!cancels) return take(tx, row, order, asked)
  await cancelTransaction(tx, row.click_trans_id, asked.error, asked.error_note)
  return refuse(-9)
}
