import { createHash, randomBytes, randomInt } from 'node:crypto'
import { type Answer, patiently } from './patient'

export const secrets = { payme: 'crash-payme-key-crash-payme-key-0001', click: 'crash-click-secret', service: '20001' }

/** What a provider's own books say: money taken, by our order number. */
export type Book = Map<string, { provider: 'payme' | 'click'; amount: number }[]>

const take = (book: Book, number: string, provider: 'payme' | 'click', amount: number) =>
  void book.set(number, [...(book.get(number) ?? []), { provider, amount }])

const rpc = async (bases: readonly string[], method: string, params: object) => {
  const authorization = `Basic ${Buffer.from(`Paycom:${secrets.payme}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'text/json; charset=UTF-8' }
  const body = JSON.stringify({ method, params, id: randomInt(2 ** 31) })
  const answer = await patiently(bases, { method: 'POST', path: '/api/payments/payme', headers, body })
  return answer.body as { result?: { state?: number }; error?: { code: number } }
}

/** -32400 is our own trouble: Payme asks again. */
async function insist(bases: readonly string[], method: string, params: object) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await rpc(bases, method, params)
    if (answer.error?.code !== -32400) return answer
  }
  throw new Error(`Payme's ${method} was answered -32400 sixty times`)
}

export async function payWithPayme(bases: readonly string[], number: string, amount: number, book: Book) {
  const id = randomBytes(12).toString('hex')
  const order = { amount, account: { order_id: number } }
  const created = await insist(bases, 'CreateTransaction', { id, time: Date.now(), ...order })
  if (!created.result) return
  const performed = await insist(bases, 'PerformTransaction', { id })
  if (performed.result?.state === 2) take(book, number, 'payme', amount)
  if (Math.random() < 0.3) await insist(bases, 'PerformTransaction', { id })
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

async function click(bases: readonly string[], step: 'prepare' | 'complete', form: Record<string, string>) {
  const { click_trans_id, merchant_trans_id, merchant_prepare_id = '', amount, action, sign_time } = form
  const signed = [click_trans_id, secrets.service, secrets.click, merchant_trans_id, merchant_prepare_id, amount]
  const sign_string = md5([...signed, action, sign_time].join(''))
  const body = new URLSearchParams({ ...form, service_id: secrets.service, sign_string }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer: Answer = await patiently(bases, { method: 'POST', path: `/api/payments/click/${step}`, headers, body })
  return answer.body as { error: number; merchant_prepare_id?: number }
}

export async function payWithClick(bases: readonly string[], number: string, amount: number, book: Book) {
  const soum = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
  const common = {
    click_trans_id: String(randomInt(2 ** 40)),
    click_paydoc_id: String(randomInt(2 ** 40)),
    merchant_trans_id: number,
    amount: soum,
    error: '0',
    error_note: 'Success',
    sign_time: '2026-01-15 12:30:45',
  }
  const prepared = await click(bases, 'prepare', { ...common, action: '0' })
  if (prepared.error !== 0) return
  const merchant_prepare_id = String(prepared.merchant_prepare_id)
  const completed = await click(bases, 'complete', { ...common, merchant_prepare_id, action: '1' })
  // -4 answers a Complete whose first answer died with the process: the money was taken then.
  if (completed.error === 0 || completed.error === -4) take(book, number, 'click', amount)
}
