import { now } from '@/lib/kernel/clock'
import { type Tx, transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { refundByProvider } from '@/lib/payment'
import { endTransaction } from './end-transaction'
import { type Answer, accept, refuse } from './errors'
import type { CancelParams } from './params'
import { cancelled, lockTransaction, ownId, type Transaction } from './transaction'

const result = (row: Transaction) => accept({ transaction: ownId(row), cancel_time: row.cancel_time, state: row.state })

/** The cabinet's refund button: the money is on its way back, all of it, whatever we think of that. */
async function giveBack(tx: Tx, row: Transaction, at: number, reason: number | null): Promise<void> {
  const totalRefunded = money(row.amount, 'UZS')
  must(await refundByProvider(tx, { paymentId: row.payment_id, totalRefunded, reason: 'payme' }))
  await cancelled(tx, row.id, at, reason)
}

/** An order that is fully delivered stays paid (-31007). A repeat gets the stored answer and changes no reason. */
export const cancelTransaction = ({ id, reason }: CancelParams): Promise<Answer> =>
  transact(async (tx) => {
    const row = await lockTransaction(tx, id)
    if (!row) return refuse(-31003)
    if (row.state < 0) return result(row)
    const at = now().getTime()
    if (row.state === 1) {
      await endTransaction(tx, row, at, reason)
      return result({ ...row, state: -1, cancel_time: at })
    }
    const order = await use('payable-orders').find(tx, { id: row.order_id })
    if (order?.state === 'completed') return refuse(-31007)
    await giveBack(tx, row, at, reason)
    return result({ ...row, state: -2, cancel_time: at })
  })
