import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { livemode } from './client'
import type { KnownSession } from './ports'

export type Session = {
  id: string
  payment_id: Id<'pay'>
  order_id: Id<'ord'>
  number: string
  amount: number
  currency: string
  livemode: boolean
  status: 'open' | 'paid' | 'expired' | 'failed'
  payment_intent: string | null
  url: string
  expires_at: Date
}

const columns = 'id, payment_id, order_id, number, amount, currency, livemode, status, payment_intent, url, expires_at'

const list = async (tx: Tx, rest: string, params: unknown[]) =>
  (await tx.query<Session>(`select ${columns} from stripe_session where ${rest}`, params)).rows

/** Two events of one session follow each other. */
export const lockSession = async (tx: Tx, id: string) => (await list(tx, 'id = $1 for update', [id]))[0]

export const listSessions = (tx: Tx, paymentId: string) =>
  list(tx, 'payment_id = $1 order by created_at desc, id limit 10', [paymentId])

export const listOpen = (tx: Tx, orderId: string) =>
  list(tx, `order_id = $1 and status = 'open' order by created_at limit 10`, [orderId])

export const findPaid = async (tx: Tx, paymentIntent: string) =>
  (await list(tx, `payment_intent = $1 and status = 'paid' limit 1`, [paymentIntent]))[0]

export async function keepSession(tx: Tx, { id, paymentId, orderId, number, amount, url, expiresAt }: KnownSession) {
  await tx.query(
    `insert into stripe_session (id, payment_id, order_id, number, amount, currency, livemode, url, expires_at)
     values ($1, $2, $3, $4, $5, 'UZS', $6, $7, $8) on conflict (id) do nothing`,
    [id, paymentId, orderId, number, amount, livemode(), url, expiresAt],
  )
}

/** Paid is the end: whatever comes later, and late, does not undo it. */
export async function closeSession(tx: Tx, id: string, status: 'expired' | 'failed'): Promise<void> {
  await tx.query(`update stripe_session set status = $2 where id = $1 and status = 'open'`, [id, status])
}

export async function paySession(tx: Tx, id: string, paymentId: string, paymentIntent: string): Promise<void> {
  await tx.query(`update stripe_session set status = 'paid', payment_id = $2, payment_intent = $3 where id = $1`, [
    id,
    paymentId,
    paymentIntent,
  ])
}
