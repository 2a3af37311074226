import { createHash, randomInt } from 'node:crypto'
import type { Play } from './callbacks'

/** Given to the web process: the bench plays Click. */
export const clickKeys = { CLICK_SERVICE_ID: '20001', CLICK_MERCHANT_ID: '9001', CLICK_SECRET: 'bench-click-secret' }

const headers = { 'content-type': 'application/x-www-form-urlencoded' }
const som = (tiyin: number) => `${Math.trunc(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`

/** What Click sends for a payment that goes well, with a repeat of each call. */
export const playClick: Play = async ({ number, total }, send) => {
  const id = String(randomInt(1, 2 ** 47))
  const call = async (prepareId: string | null, allowed: readonly number[]) => {
    const [action, amount, time] = [prepareId === null ? '0' : '1', som(total), '2026-01-15 12:30:45']
    const { CLICK_SERVICE_ID: service, CLICK_SECRET: secret } = clickKeys
    const signed = [id, service, secret, number, prepareId ?? '', amount, action, time].join('')
    const body = new URLSearchParams({
      click_trans_id: id,
      service_id: service,
      click_paydoc_id: id.slice(-9),
      merchant_trans_id: number,
      ...(prepareId === null ? {} : { merchant_prepare_id: prepareId }),
      amount,
      action,
      error: '0',
      error_note: 'Success',
      sign_time: time,
      sign_string: createHash('md5').update(signed).digest('hex'),
    }).toString()
    const text = await send({
      path: `/api/payments/click/${prepareId === null ? 'prepare' : 'complete'}`,
      headers,
      body,
    })
    const answer = JSON.parse(text) as { error?: number; merchant_prepare_id?: number; result?: object }
    // The yardstick answers Payme's words to everybody.
    if (!answer.result && !allowed.includes(answer.error ?? 1)) throw new Error(`Click was answered: ${text}`)
    return String(answer.merchant_prepare_id ?? 1)
  }
  const prepareId = await call(null, [0])
  await call(null, [0])
  await call(prepareId, [0])
  await call(prepareId, [-4])
}
