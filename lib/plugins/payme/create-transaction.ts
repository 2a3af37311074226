import { now } from '@/lib/kernel/clock'
import { type Tx, transact } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import { requestPayment } from '@/lib/payment'
import type { PayableOrder } from '@/lib/payment/ports'
import { accountOf, checkOrder } from './check-order'
import { type Answer, accept, refuse } from './errors'
import { TIMEOUT_REASON } from './methods'
import type { CreateParams } from './params'
import {
  cancelled,
  findLiving,
  findTransaction,
  insertTransaction,
  isExpired,
  LIFE_MS,
  lockTransaction,
  ownId,
  type Transaction,
} from './transaction'

const result = (row: Transaction) => accept({ create_time: row.create_time, transaction: ownId(row), state: row.state })

async function repeat(tx: Tx, row: Transaction, params: CreateParams, at: number): Promise<Answer> {
  const differs = row.amount !== params.amount || accountOf(row.account) !== accountOf(params.account)
  if (differs || row.state !== 1) return refuse(-31008)
  if (!isExpired(row, at)) return result(row)
  await cancelled(tx, row.id, at, TIMEOUT_REASON)
  return refuse(-31008)
}

/** An abandoned transaction makes way; a living one keeps the order busy. */
async function isBusy(tx: Tx, orderId: string, at: number): Promise<boolean> {
  const living = await findLiving(tx, orderId)
  if (!living) return false
  if (!isExpired(living, at)) return true
  await cancelled(tx, living.id, at, TIMEOUT_REASON)
  return false
}

async function open(tx: Tx, order: PayableOrder, params: CreateParams, at: number): Promise<Answer> {
  const { paymentId, requested } = await requestPayment(tx, order, 'payme')
  if (!requested.ok) return refuse(-31008)
  const row: Transaction = {
    id: params.id,
    order_id: order.id,
    payment_id: paymentId,
    time: params.time,
    amount: params.amount,
    account: params.account,
    state: 1,
    reason: null,
    create_time: at,
    perform_time: 0,
    cancel_time: 0,
  }
  if (!(await insertTransaction(tx, row))) {
    const twin = await findTransaction(tx, params.id)
    return twin ? repeat(tx, twin, params, at) : refuse(-31008)
  }
  // The goods stay for as long as Payme may still perform.
  await use('payable-orders').hold(tx, order.id, Math.ceil((params.time + LIFE_MS - at) / 60_000) + 1)
  return result(row)
}

/** The order is busy with this transaction for twelve hours of Payme's time; a repeat gets the stored answer. */
export const createTransaction = (params: CreateParams): Promise<Answer> =>
  transact(async (tx) => {
    const at = now().getTime()
    const known = await lockTransaction(tx, params.id)
    if (known) return repeat(tx, known, params, at)
    const order = await checkOrder(tx, params)
    if ('refused' in order) return order.refused
    if (await isBusy(tx, order.id, at)) return refuse(-31008)
    if (at - params.time > LIFE_MS) return refuse(-31008)
    return open(tx, order, params, at)
  })
