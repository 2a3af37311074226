import { createHash } from 'node:crypto'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'
import type { Paying, Play } from './endings'
import type { Send } from './exchange'

type Reply = { result?: Record<string, unknown>; error?: { code: number } }
type Call = (method: string, params: object) => Promise<Reply>

/** The bank has refused the card. */
const CARD_REFUSED = 2

const authorization = (key: string) => `Basic ${Buffer.from(`${env.PAYME_LOGIN}:${key}`).toString('base64')}`

const client =
  (send: Send, key = env.PAYME_KEY ?? demoKey('payme') ?? ''): Call =>
  async (method, params) => {
    const headers = { Authorization: authorization(key), 'Content-Type': 'text/json; charset=UTF-8' }
    const id = now().getTime() % 1_000_000_000
    const { answer } = await send('payme', headers, JSON.stringify({ method, params, id }))
    return JSON.parse(answer) as Reply
  }

const idOf = ({ payment }: Paying, attempt: number) =>
  createHash('sha256').update(`${payment.id}:${attempt}`).digest('hex').slice(0, 24)

/** The transaction that is still open, or the next one: a payer who went away and came back goes on with the same. */
async function nextId(call: Call, paying: Paying): Promise<{ id: string; known: boolean }> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = idOf(paying, attempt)
    const { result } = await call('CheckTransaction', { id })
    if (!result) return { id, known: false }
    if (result['state'] === 1 || result['state'] === 2) return { id, known: true }
  }
  throw new Error(`Too many attempts to pay ${paying.payment.id}`)
}

const orderOf = ({ payment, number }: Paying, amount = payment.amount.amount) => ({
  amount,
  account: { [env.PAYME_ACCOUNT_FIELD]: number },
})

/** CheckPerform and Create; false: Payme would not let the payer go on. */
async function create(call: Call, paying: Paying, id: string, amount?: number): Promise<boolean> {
  const order = orderOf(paying, amount)
  if (!(await call('CheckPerformTransaction', order)).result) return false
  return (await call('CreateTransaction', { id, time: now().getTime(), ...order })).result !== undefined
}

async function forge(send: Send, paying: Paying): Promise<void> {
  const call = client(send, 'not-the-key-of-this-kassa')
  const id = idOf(paying, 99)
  await call('CreateTransaction', { id, time: now().getTime(), ...orderOf(paying) })
  await call('PerformTransaction', { id })
}

async function askForLess(call: Call, paying: Paying): Promise<void> {
  const less = orderOf(paying, paying.payment.amount.amount - 1)
  await call('CheckPerformTransaction', less)
  await call('CreateTransaction', { id: idOf(paying, 98), time: now().getTime(), ...less })
}

export const playPayme: Play = async (send, paying, ending) => {
  if (ending === 'forged') return forge(send, paying)
  const call = client(send)
  if (ending === 'wrong-amount') return askForLess(call, paying)
  const { id, known } = await nextId(call, paying)
  if (ending === 'out-of-order' && !known) await call('PerformTransaction', { id })
  if (!known && !(await create(call, paying, id))) return
  if (ending === 'late' || ending === 'never') return
  if (ending === 'decline') await call('CancelTransaction', { id, reason: CARD_REFUSED })
  else await call('PerformTransaction', { id })
  if (ending === 'twice') await call('PerformTransaction', { id })
}
