import { createHash, timingSafeEqual } from 'node:crypto'
import type { ClickRequest } from './request'

const digest = (text: string) => createHash('md5').update(text)

/** MD5 of the strings as they came, without separators; Complete has its prepare id among them. */
export function signatureOf(asked: ClickRequest, secret: string, withPrepareId: boolean): string {
  const { click_trans_id, service_id, merchant_trans_id, merchant_prepare_id, amount, action, sign_time } = asked
  const prepareId = withPrepareId ? merchant_prepare_id : ''
  const signed = [click_trans_id, service_id, secret, merchant_trans_id, prepareId, amount, action, sign_time]
  return digest(signed.join('')).digest('hex')
}

const same = (given: string, right: string) => {
  const [one, two] = [Buffer.from(given), Buffer.from(right)]
  return one.length === two.length && timingSafeEqual(one, two)
}

/**
 * A call with the action of the other method may be signed as either: it will be refused for its action, and only
 * who holds the secret learns so.
 */
export function isSigned(asked: ClickRequest, secret: string | undefined, method: 'prepare' | 'complete'): boolean {
  if (!secret) return false
  const expected = [method === 'complete', asked.action === '1'].map((with_) => signatureOf(asked, secret, with_))
  return expected.map((right) => same(asked.sign_string, right)).includes(true)
}
