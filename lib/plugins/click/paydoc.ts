import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { callMerchantApi, type MerchantAnswer } from './merchant-api'
import { keepPaydoc, type Transaction } from './transaction'

/** A capture that only the reconciler has heard of has no transaction here; its reference is Click's own document. */
const PAYDOC = 'paydoc:'
export const refOfPaydoc = (paydocId: string): string => `${PAYDOC}${paydocId}`

const DAY_MS = 86_400_000
/** Click's days are Tashkent's. */
const dayOf = (time: Date): string => new Date(time.getTime() + 5 * 3_600_000).toISOString().slice(0, 10)

/** The days on which Click may have booked it. */
function daysOf(row: Transaction | undefined): string[] {
  const today = now()
  const began = row?.prepared_at ?? new Date(today.getTime() - DAY_MS)
  return [...new Set([dayOf(began), dayOf(new Date(began.getTime() + DAY_MS)), dayOf(today)])].filter(
    (day) => day <= dayOf(today),
  )
}

/** What Click knows under the order's number; null: nothing on any of these days. */
export async function askByNumber(number: string, row: Transaction | undefined): Promise<MerchantAnswer | null> {
  for (const day of daysOf(row)) {
    const path = `payment/status_by_mti/${env.CLICK_SERVICE_ID}/${encodeURIComponent(number)}/${day}`
    const answer = await callMerchantApi('GET', path)
    if (answer.error_code === 0 && answer.payment_id) return answer
  }
  return null
}

/** Click's payment_id of a capture: as the callback told it, or asked for by the order's number. */
export async function paydocOf(providerRef: string, number: string, row: Transaction | undefined) {
  if (providerRef.startsWith(PAYDOC)) return providerRef.slice(PAYDOC.length)
  if (row?.click_paydoc_id) return row.click_paydoc_id
  if (!row) return null
  const answer = await askByNumber(number, row)
  if (!answer?.payment_id) return null
  await keepPaydoc(sql, row.click_trans_id, answer.payment_id)
  return answer.payment_id
}
