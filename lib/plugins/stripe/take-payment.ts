import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { captureFor, recordFinding } from '@/lib/payment'
import { livemode } from './client'
import type { StripeEvent } from './read-event'
import { closeSession, lockSession, paySession, type Session } from './session'
import { settleIntent } from './settle-intent'
import { toldId } from './told-id'

const sessionSchema = z.object({
  id: z.string(),
  livemode: z.boolean().optional(),
  payment_status: z.string(),
  amount_total: z.number().nullish(),
  currency: z.string().nullish(),
  payment_intent: toldId.nullish(),
})

type Told = z.infer<typeof sessionSchema>

/** Why this is not the payment we asked for; null: it is. */
function mismatch(event: StripeEvent, told: Told, row: Session | undefined): string | null {
  if (!row) return 'unknown-session'
  if (event.livemode !== livemode() || (told.livemode ?? event.livemode) !== row.livemode) return 'wrong-livemode'
  if (told.currency?.toUpperCase() !== row.currency) return 'wrong-currency'
  return told.amount_total === row.amount ? null : 'wrong-amount'
}

async function alarm(tx: Tx, event: StripeEvent, told: Told, kind: string, row: Session | undefined): Promise<void> {
  const sum = `${told.amount_total ?? '?'} ${told.currency ?? '?'}`
  const detail = `${event.type} ${event.id}: ${sum}, livemode ${event.livemode}`
  const known = { paymentId: row?.payment_id, orderNumber: row?.number }
  await recordFinding(tx, { provider: 'stripe', ref: told.id, kind, ...known, outcome: 'person', detail })
}

/** Completed may come before or after async_payment_succeeded: whichever says `paid` first pays, once. */
export async function takePayment(tx: Tx, event: StripeEvent): Promise<void> {
  const told = sessionSchema.parse(event.data.object)
  const row = await lockSession(tx, told.id)
  const wrong = mismatch(event, told, row)
  if (wrong || !row) return alarm(tx, event, told, wrong ?? 'unknown-session', row)
  if (told.payment_status !== 'paid' || row.status === 'paid') return
  const order = await use('payable-orders').find(tx, { id: row.order_id })
  if (!order) return alarm(tx, event, told, 'paid-without-order', row)
  const providerRef = told.payment_intent ?? told.id
  const amount = money(row.amount, 'UZS')
  const paymentId = await captureFor(tx, { order, provider: 'stripe', amount, providerRef })
  await paySession(tx, row.id, paymentId, providerRef)
  await settleIntent(tx, providerRef)
}

/** The order stays payable, by this provider too: a new session is opened when the buyer comes back. */
export const closeAs =
  (status: 'expired' | 'failed') =>
  async (tx: Tx, event: StripeEvent): Promise<void> => {
    const { id } = z.object({ id: z.string() }).parse(event.data.object)
    const row = await lockSession(tx, id)
    if (row && event.livemode === row.livemode) await closeSession(tx, id, status)
  }
