import { sql, transact } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import type { PaidThere } from '../records'
import type { Provider } from '../schema'
import { captureFor } from './capture-for'
import { type Finding, recordFinding } from './record-finding'
import '../ports'

const isKnown = async (provider: Provider, providerRef: string) =>
  ((await sql.query('select 1 from payment_view where provider = $1 and provider_ref = $2', [provider, providerRef]))
    .rowCount ?? 0) > 0

const isExcess = async (paymentId: string) =>
  ((await sql.query(`select 1 from payment_view where id = $1 and status = 'captured'`, [paymentId])).rowCount ?? 0) ===
  0

/**
 * Money that the provider has and we had not heard of: it pays its order, or is excess and goes back when the order is
 * gone or paid. Null where it is known already. Without an order of ours, or with another sum, a person decides: the
 * account may serve another shop too, and what it took there is not ours to give back.
 */
export async function takePaidThere(provider: Provider, paid: PaidThere): Promise<Finding | null> {
  const { providerRef, number, amount } = paid
  if (await isKnown(provider, providerRef)) return null
  const finding = { provider, ref: providerRef, orderNumber: number, amount }
  const order = await use('payable-orders').find(sql, { number })
  if (!order) return kept({ ...finding, kind: 'paid-without-order', outcome: 'person' })
  const { currency } = order.total
  if (amount.currency !== currency || amount.amount !== order.total.amount) {
    const detail = `the order's total is ${order.total.amount} ${currency}`
    return kept({ ...finding, kind: 'wrong-amount', outcome: 'person', detail })
  }
  const paymentId = await transact((tx) => captureFor(tx, { order, provider, amount, providerRef }))
  const outcome = (await isExcess(paymentId)) ? 'excess' : 'captured'
  return kept({ ...finding, paymentId, kind: 'paid-there', outcome })
}

async function kept(finding: Finding): Promise<Finding> {
  await recordFinding(sql, finding)
  return finding
}
