import { createHash } from 'node:crypto'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'
import type { Payment } from '@/lib/payment/schema'

type Reply = { result?: Record<string, unknown>; error?: { code: number } }

/** Calls our real endpoint over HTTP, as Payme would: nothing of the callback is skipped in a demo. */
async function call(method: string, params: object): Promise<Reply> {
  const key = env.PAYME_KEY ?? demoKey('payme') ?? ''
  const response = await fetch(`http://127.0.0.1:${env.PORT}/api/payments/payme`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${env.PAYME_LOGIN}:${key}`).toString('base64')}`,
      'Content-Type': 'text/json; charset=UTF-8',
    },
    body: JSON.stringify({ method, params, id: now().getTime() % 1_000_000_000 }),
    signal: AbortSignal.timeout(10_000),
  })
  return (await response.json()) as Reply
}

const idOf = (payment: Payment, attempt: number) =>
  createHash('sha256').update(`${payment.id}:${attempt}`).digest('hex').slice(0, 24)

/** The transaction that is still open, or the next one: a payer who went away and came back goes on with the same. */
async function nextId(payment: Payment): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = idOf(payment, attempt)
    const { result } = await call('CheckTransaction', { id })
    if (!result || result['state'] === 1 || result['state'] === 2) return id
  }
  throw new Error(`Too many attempts to pay ${payment.id}`)
}

/** CheckPerform and Create; null: Payme would not let the payer go on. */
export async function openTransaction(payment: Payment, number: string): Promise<string | null> {
  const order = { amount: payment.amount.amount, account: { [env.PAYME_ACCOUNT_FIELD]: number } }
  const id = await nextId(payment)
  const { result: known } = await call('CheckTransaction', { id })
  if (known) return id
  const checked = await call('CheckPerformTransaction', order)
  if (!checked.result) return null
  const created = await call('CreateTransaction', { id, time: now().getTime(), ...order })
  return created.result ? id : null
}

export const performTransaction = async (id: string): Promise<boolean> =>
  (await call('PerformTransaction', { id })).result !== undefined

/** 2: the bank has refused the card. */
export const cancelTransaction = async (id: string, reason = 2): Promise<boolean> =>
  (await call('CancelTransaction', { id, reason })).result !== undefined
