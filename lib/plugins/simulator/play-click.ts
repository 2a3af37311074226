import { createHash } from 'node:crypto'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'
import type { Paying, Play } from './endings'
import type { Send } from './exchange'

type Reply = { error: number; merchant_prepare_id?: number }
type Wrong = { secret?: string; amount?: number; error?: string }

const CARD_REFUSED = '-5017'
/** No such number has been given out. */
const UNKNOWN_PREPARE = '999999999999'

const som = (tiyin: number) => `${Math.trunc(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`

/** Click's clock is Tashkent's. */
const signTime = () => new Date(now().getTime() + 5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** Fifteen digits from the payment and the attempt: the same attempt has the same number wherever it is played. */
const idOf = ({ payment }: Paying, attempt: number): string =>
  (BigInt(`0x${createHash('sha256').update(`${payment.id}:${attempt}`).digest('hex').slice(0, 12)}`) + 1n).toString()

async function call(send: Send, paying: Paying, id: string, prepareId: string | null, wrong: Wrong = {}) {
  const key = wrong.secret ?? env.CLICK_SECRET ?? demoKey('click') ?? ''
  const amount = som(wrong.amount ?? paying.payment.amount.amount)
  const [service, action, time] = [env.CLICK_SERVICE_ID ?? '1', prepareId === null ? '0' : '1', signTime()]
  const signed = [id, service, key, paying.number, prepareId ?? '', amount, action, time].join('')
  const error = wrong.error ?? '0'
  const form = new URLSearchParams({
    click_trans_id: id,
    service_id: service,
    click_paydoc_id: id.slice(-9),
    merchant_trans_id: paying.number,
    ...(prepareId === null ? {} : { merchant_prepare_id: prepareId }),
    amount,
    action,
    error,
    error_note: error === '0' ? 'Success' : 'Payment failed',
    sign_time: time,
    sign_string: createHash('md5').update(signed).digest('hex'),
  })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const { answer } = await send(`click/${prepareId === null ? 'prepare' : 'complete'}`, headers, form.toString())
  return JSON.parse(answer) as Reply
}

/** Prepares the attempt that is still open, or the next one; null: Click would not let the payer go on. */
async function prepare(send: Send, paying: Paying): Promise<{ id: string; prepareId: string } | null> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = idOf(paying, attempt)
    const { error, merchant_prepare_id } = await call(send, paying, id, null)
    if (error === 0) return { id, prepareId: String(merchant_prepare_id) }
    if (error !== -9) return null
  }
  return null
}

/** Somebody without the secret: first a payment out of thin air, then the cancellation of a real attempt. */
async function forge(send: Send, paying: Paying): Promise<void> {
  const secret = 'not-the-secret-of-this-service'
  await call(send, paying, idOf(paying, 99), null, { secret })
  await call(send, paying, idOf(paying, 0), '1', { secret })
  await call(send, paying, idOf(paying, 0), '1', { secret, error: CARD_REFUSED })
}

async function complete(send: Send, paying: Paying, wrong: Wrong = {}): Promise<void> {
  const open = await prepare(send, paying)
  if (open) await call(send, paying, open.id, open.prepareId, wrong)
}

export const playClick: Play = async (send, paying, ending) => {
  const least = paying.payment.amount.amount - 1
  if (ending === 'forged') return forge(send, paying)
  if (ending === 'wrong-amount') {
    await call(send, paying, idOf(paying, 98), null, { amount: least })
    return complete(send, paying, { amount: least })
  }
  if (ending === 'decline') return complete(send, paying, { error: CARD_REFUSED })
  if (ending === 'out-of-order') await call(send, paying, idOf(paying, 0), UNKNOWN_PREPARE)
  const open = await prepare(send, paying)
  if (!open || ending === 'late' || ending === 'never') return
  await call(send, paying, open.id, open.prepareId)
  if (ending === 'twice') await call(send, paying, open.id, open.prepareId)
}
