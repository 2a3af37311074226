import { now } from '@/lib/kernel/clock'
import { crashPoint } from '@/lib/kernel/crash-point'
import { type Tx, transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { fail, must, ok } from '@/lib/kernel/result'
import { capture } from '@/lib/payment'
import { endTransaction, TIMEOUT_REASON } from './end-transaction'
import { type Answer, accept, refuse } from './errors'
import type { IdParams } from './params'
import { isExpired, lockTransaction, ownId, performed, type Transaction } from './transaction'

const result = (row: Transaction) =>
  accept({ transaction: ownId(row), perform_time: row.perform_time, state: row.state })

/** Another provider may have been faster by a moment: then nothing is taken here, and nothing has to go back. */
async function take(tx: Tx, row: Transaction, at: number) {
  const order = await use('payable-orders').find(tx, { id: row.order_id })
  if (order?.state !== 'payable') return fail('not-payable')
  const amount = money(row.amount, 'UZS')
  const events = must(await capture(tx, { paymentId: row.payment_id, amount, providerRef: row.id }))
  if (!events.some(({ type }) => type === 'PaymentCaptured')) return fail('not-payable')
  await performed(tx, row.id, at)
  return ok(result({ ...row, state: 2, perform_time: at }))
}

async function answer(tx: Tx, id: string) {
  const row = await lockTransaction(tx, id)
  if (!row) return ok(refuse(-31003))
  if (row.state === 2) return ok(result(row))
  if (row.state < 0) return ok(refuse(-31008))
  const at = now().getTime()
  if (!isExpired(row, at)) return take(tx, row, at)
  await endTransaction(tx, row, at, TIMEOUT_REASON)
  return ok(refuse(-31008))
}

/** Money taken and order paid in one transaction; a repeat gets the stored answer. An order that is gone is refused. */
export async function performTransaction({ id }: IdParams): Promise<Answer> {
  const done = await transact((tx) => answer(tx, id))
  crashPoint('capture-committed')
  return done.ok ? done.value : refuse(-31008)
}
