import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { maybe, use } from '@/lib/kernel/plugin'
import type { LookupOutcome } from '../ports'
import type { PaymentRecords } from '../records'
import { claimPending, forgetProbes, type PendingPayment } from './claim-pending'
import { type Finding, recordFinding } from './record-finding'
import { takePaidThere } from './take-paid-there'
import '../ports'

const reconciled = ['payme', 'click', 'stripe'] as const
type Reconciled = (typeof reconciled)[number]

/** A provider that does not answer is not asked fifty times. */
const MOST_FAILURES = 3
const ORPHAN_DAYS = 3
const ORPHANS = 500

/** The provider itself; in a demo what our endpoint was told, where the gateway is only played. */
function recordsOf(provider: Reconciled): PaymentRecords | null {
  const records = maybe(`records:${provider}`)
  if (records) return records
  const lookup = maybe(`gateway:${provider}`)?.lookup
  return lookup ? { lookup } : null
}

async function settle(
  provider: Reconciled,
  { id, amount }: PendingPayment,
  number: string,
  told: LookupOutcome,
): Promise<Finding | null> {
  const providerRef = told.providerRef ?? id
  if (told.status === 'paid') {
    return takePaidThere(provider, { providerRef, number, amount: told.amount ?? amount })
  }
  if (told.status !== 'refunded') return null
  const finding: Finding = {
    provider,
    ref: providerRef,
    kind: 'refunded-there',
    paymentId: id,
    orderNumber: number,
    amount: told.amount ?? amount,
    outcome: 'nothing',
  }
  await recordFinding(sql, finding)
  return finding
}

async function askAbout(provider: Reconciled, records: PaymentRecords, pending: PendingPayment) {
  const order = await use('payable-orders').find(sql, { id: pending.orderId })
  if (!order) return null
  const { number } = order
  const { id: paymentId, providerRef, amount } = pending
  return settle(provider, pending, number, await records.lookup({ paymentId, number, providerRef, amount }))
}

/** One that fails does not stop the others: their money waits too. */
async function eachOf<T>(provider: Reconciled, items: readonly T[], work: (item: T) => Promise<Finding | null>) {
  const findings: Finding[] = []
  let failures = 0
  for (const item of items) {
    try {
      const finding = await work(item)
      if (finding) findings.push(finding)
    } catch (error) {
      log.error({ err: error, provider }, 'reconciler')
      if (++failures >= MOST_FAILURES) break
    }
  }
  return findings
}

async function reconcileOne(provider: Reconciled, everything: boolean): Promise<Finding[]> {
  const records = recordsOf(provider)
  if (!records) return []
  const pending = await claimPending(sql, provider, everything)
  const found = await eachOf(provider, pending, (one) => askAbout(provider, records, one))
  const since = new Date(now().getTime() - ORPHAN_DAYS * 86_400_000)
  const paid = await listed(provider, records, since)
  return [...found, ...(await eachOf(provider, paid, (one) => takePaidThere(provider, one)))]
}

async function listed(provider: Reconciled, records: PaymentRecords, since: Date) {
  try {
    return (await records.listPaid?.({ since, limit: ORPHANS })) ?? []
  } catch (error) {
    log.error({ err: error, provider }, 'reconciler')
    return []
  }
}

/**
 * Asks every provider about payments that wait for longer than 30 s, and for money of which we never heard: captures
 * what is paid there, as excess where the order is gone or paid. `everything`: without waiting for the next question.
 * Providers are asked side by side, so that a slow one keeps nobody waiting.
 */
export async function reconcilePayments(
  asked: { provider?: Reconciled; everything?: boolean } = {},
): Promise<Finding[]> {
  const chosen = asked.provider ? [asked.provider] : reconciled
  const found = await Promise.all(chosen.map((provider) => reconcileOne(provider, asked.everything ?? false)))
  await forgetProbes(sql)
  return found.flat()
}
