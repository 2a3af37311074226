import { expect } from 'vitest'
import type { order } from '@/lib/order/test-market'
import { answerClick } from '.'
import { secret, serviceId } from './credentials'
import type { ClickRequest } from './request'
import { signatureOf } from './signature'

export type Answer = {
  error: number
  error_note: string
  merchant_prepare_id?: number
  merchant_confirm_id?: number | null
}
type Change = Partial<ClickRequest>

/** A call as it comes over HTTP; `text` is the answer's very words. */
export async function send(method: 'prepare' | 'complete', body: string): Promise<Answer & { text: string }> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const request = new Request(`http://localhost/api/payments/click/${method}`, { method: 'POST', headers, body })
  const response = await answerClick(request, method, '127.0.0.1')
  expect(response.status).toBe(200)
  const text = await response.text()
  return { ...JSON.parse(text), text }
}

export const form = (asked: ClickRequest): string => new URLSearchParams(asked).toString()

export const signed = (asked: ClickRequest): ClickRequest => ({
  ...asked,
  sign_string: signatureOf(asked, secret() ?? '', asked.action === '1'),
})

/** What Click sends about the order that `placed` tells at the time. */
export function callsFor(placed: () => Awaited<ReturnType<typeof order>>) {
  const fields = (change: Change = {}): ClickRequest => ({
    click_trans_id: '1',
    service_id: serviceId() ?? '',
    click_paydoc_id: '5550001',
    merchant_trans_id: placed().number,
    merchant_prepare_id: '',
    amount: '100000.00',
    action: '0',
    error: '0',
    error_note: 'Success',
    sign_time: '2026-01-15 12:30:45',
    sign_string: '',
    ...change,
  })
  const prepare = (id: string, change: Change = {}) =>
    send('prepare', form(signed(fields({ click_trans_id: id, ...change }))))
  const complete = (id: string, prepareId: number | string | undefined, change: Change = {}) => {
    const completing = { click_trans_id: id, merchant_prepare_id: String(prepareId), action: '1' }
    return send('complete', form(signed(fields({ ...completing, ...change }))))
  }
  return { fields, prepare, complete }
}
