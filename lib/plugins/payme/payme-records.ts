import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { PaymentRecords } from '@/lib/payment/records'
import { accountOf } from './check-order'
import type { Transaction } from './transaction'

type Row = Pick<Transaction, 'id' | 'amount' | 'account' | 'state' | 'perform_time'>

const columns = 'id, amount, account, state, perform_time'
const statusOf = { [2]: 'paid', [1]: 'pending', [-1]: 'none', [-2]: 'refunded' } as const

/**
 * The Merchant API has no question from us to Payme: what Payme has told us, and what we have promised it, is this
 * table, and GetStatement lets Payme compare. A payment that does not agree with it is repaired.
 */
export const paymeRecords: PaymentRecords = {
  async lookup({ paymentId }) {
    const { rows } = await sql.query<Row>(
      `select ${columns} from payme_transaction where payment_id = $1 order by state in (1, 2) desc, time desc limit 1`,
      [paymentId],
    )
    const row = rows[0]
    if (!row) return { status: 'none' }
    return { status: statusOf[row.state], providerRef: row.id, amount: money(row.amount, 'UZS') }
  },

  async listPaid({ since, limit }) {
    const { rows } = await sql.query<Row>(
      `select ${columns} from payme_transaction where state = 2 and perform_time >= $1 order by perform_time limit $2`,
      [since.getTime(), limit],
    )
    return rows.map((row) => ({
      providerRef: row.id,
      number: accountOf(row.account),
      amount: money(row.amount, 'UZS'),
    }))
  },
}
