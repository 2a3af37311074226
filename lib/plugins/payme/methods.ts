import { now } from '@/lib/kernel/clock'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { capture, confirmRefund } from '@/lib/payment'
import { checkOrder } from './check-order'
import { type Answer, accept, refuse } from './errors'
import type { CancelParams, CheckParams, IdParams, StatementParams } from './params'
import {
  cancelled,
  findLiving,
  findTransaction,
  isExpired,
  lockTransaction,
  ownId,
  performed,
  statement,
  type Transaction,
} from './transaction'

/** Timed out: cancelled with Payme's own reason 4. */
export const TIMEOUT_REASON = 4

/** Read-only. */
export async function checkPerform({ amount, account }: CheckParams): Promise<Answer> {
  const order = await checkOrder(sql, { amount, account })
  if ('refused' in order) return order.refused
  const living = await findLiving(sql, order.id)
  if (living && !isExpired(living, now().getTime())) return refuse(-31008)
  return accept({ allow: true })
}

const performResult = (row: Transaction) =>
  accept({ transaction: ownId(row), perform_time: row.perform_time, state: row.state })

/** Money taken and order paid in one transaction; a repeat gets the stored answer. */
export const perform = ({ id }: IdParams): Promise<Answer> =>
  transact(async (tx) => {
    const row = await lockTransaction(tx, id)
    if (!row) return refuse(-31003)
    if (row.state === 2) return performResult(row)
    if (row.state < 0) return refuse(-31008)
    const at = now().getTime()
    if (isExpired(row, at)) {
      await cancelled(tx, id, at, TIMEOUT_REASON)
      return refuse(-31008)
    }
    const order = await use('payable-orders').find(tx, { id: row.order_id })
    if (order?.state !== 'payable') return refuse(-31008)
    must(await capture(tx, { paymentId: row.payment_id, amount: money(row.amount, 'UZS'), providerRef: id }))
    await performed(tx, id, at)
    return performResult({ ...row, state: 2, perform_time: at })
  })

const cancelResult = (row: Transaction) =>
  accept({ transaction: ownId(row), cancel_time: row.cancel_time, state: row.state })

/** The cabinet's refund button: the money is on its way back, so the order follows unless it has left. */
async function giveBack(tx: Tx, row: Transaction): Promise<void> {
  must(await confirmRefund(tx, row.payment_id, money(row.amount, 'UZS'), 'payme'))
  await use('payable-orders').cancelRefunded(tx, row.order_id, 'payme')
}

export const cancel = ({ id, reason }: CancelParams): Promise<Answer> =>
  transact(async (tx) => {
    const row = await lockTransaction(tx, id)
    if (!row) return refuse(-31003)
    if (row.state < 0) return cancelResult(row)
    const order = await use('payable-orders').find(tx, { id: row.order_id })
    if (row.state === 2 && order?.state === 'completed') return refuse(-31007)
    if (row.state === 2) await giveBack(tx, row)
    const at = now().getTime()
    await cancelled(tx, id, at, reason)
    return cancelResult({ ...row, state: row.state === 2 ? -2 : -1, cancel_time: at })
  })

export async function check({ id }: IdParams): Promise<Answer> {
  const row = await findTransaction(sql, id)
  if (!row) return refuse(-31003)
  const { create_time, perform_time, cancel_time, state, reason } = row
  return accept({ create_time, perform_time, cancel_time, transaction: ownId(row), state, reason })
}

/** By Payme's time, both ends included, whatever became of them. */
export async function getStatement({ from, to }: StatementParams): Promise<Answer> {
  if (from > to) return refuse(-32600)
  const rows = await statement(sql, from, to)
  const transactions = rows.map((row) => ({
    id: row.id,
    time: row.time,
    amount: row.amount,
    account: row.account,
    create_time: row.create_time,
    perform_time: row.perform_time,
    cancel_time: row.cancel_time,
    transaction: ownId(row),
    state: row.state,
    reason: row.reason,
  }))
  return accept({ transactions })
}
