import type { Tx } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import { paymentIdOf, requestPayment } from '@/lib/payment'
import type { PayableOrder } from '@/lib/payment/ports'
import { type Answer, prepared, refuse } from './answers'
import type { ClickRequest } from './request'
import { parseSom } from './som'
import { lockTransaction, openTransaction, type Transaction } from './transaction'

/** A payer needs some minutes on Click's page; after them the order is anybody's again. */
const HOLD_MINUTES = 30

const result = ({ click_trans_id, number, prepare_id }: Transaction): Answer =>
  prepared({ clickTransId: click_trans_id, number, prepareId: prepare_id })

/** Same attempt, same answer; an attempt belongs to the first order it was seen with. */
function repeat(row: Transaction, asked: ClickRequest): Answer | null {
  if (row.number !== asked.merchant_trans_id) return refuse(-6)
  if (row.state === 'confirmed') return refuse(-4)
  return null
}

async function open(tx: Tx, order: PayableOrder, asked: ClickRequest): Promise<Answer> {
  const { requested } = await requestPayment(tx, order, 'click')
  if (!requested.ok) return refuse(-9)
  const row = await openTransaction(tx, {
    click_trans_id: asked.click_trans_id,
    click_paydoc_id: asked.click_paydoc_id || null,
    order_id: order.id,
    number: order.number,
    payment_id: paymentIdOf(order.id, 'click'),
    amount: order.total.amount,
  })
  const twin = row ?? (await lockTransaction(tx, asked.click_trans_id))
  if (!twin) throw new Error(`A transaction that is neither new nor known: ${asked.click_trans_id}`)
  return twin.number === order.number ? result(twin) : refuse(-6)
}

/** Reserves the order's goods for this attempt. Another attempt at an unpaid order is welcome. */
export async function prepare(tx: Tx, asked: ClickRequest): Promise<Answer> {
  const order = await use('payable-orders').find(tx, { number: asked.merchant_trans_id })
  if (order?.total.currency !== 'UZS') return refuse(-5)
  const known = await lockTransaction(tx, asked.click_trans_id)
  const repeated = known && repeat(known, asked)
  if (repeated) return repeated
  if (order.state === 'paid' || order.state === 'completed') return refuse(-4)
  if (parseSom(asked.amount) !== order.total.amount) return refuse(-2)
  if (order.state === 'cancelled' || known?.state === 'cancelled' || asked.error !== '0') return refuse(-9)
  const answer = known ? result(known) : await open(tx, order, asked)
  if (answer.error === 0) await use('payable-orders').hold(tx, order.id, HOLD_MINUTES)
  return answer
}
