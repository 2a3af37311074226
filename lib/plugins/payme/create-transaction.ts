import { now } from '@/lib/kernel/clock'
import { type Tx, transact } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import { requestPayment } from '@/lib/payment'
import type { PayableOrder } from '@/lib/payment/ports'
import { accountOf, checkOrder } from './check-order'
import { endTransaction, TIMEOUT_REASON } from './end-transaction'
import { type Answer, accept, refuse } from './errors'
import type { CreateParams } from './params'
import {
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
  await endTransaction(tx, row, at, TIMEOUT_REASON)
  return refuse(-31008)
}

/** An abandoned transaction makes way; a living one keeps the order busy. */
async function isBusy(tx: Tx, orderId: string, at: number): Promise<boolean> {
  const living = await findLiving(tx, orderId)
  if (!living) return false
  if (!isExpired(living, at)) return true
  await endTransaction(tx, living, at, TIMEOUT_REASON)
  return false
}

/** The goods stay for as long as Payme may still perform, and never for more than its twelve hours from now. */
const holdMinutes = (time: number, at: number) => Math.ceil((Math.min(time, at) + LIFE_MS - at) / 60_000) + 1

/** Too old to be performed, or of a day to come, which would keep the order busy until then. */
const isOutOfTime = (time: number, at: number) => Math.abs(at - time) > LIFE_MS

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
  await use('payable-orders').hold(tx, order.id, holdMinutes(params.time, at))
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
    if (isOutOfTime(params.time, at)) return refuse(-31008)
    return open(tx, order, params, at)
  })
