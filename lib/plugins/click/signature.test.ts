import { expect, it } from 'vitest'
import type { ClickRequest } from './request'
import { isSigned, signatureOf } from './signature'

const SECRET = 'CLICKSECRET'
const asked: ClickRequest = {
  click_trans_id: '13264900',
  service_id: '20001',
  click_paydoc_id: '77',
  merchant_trans_id: 'ORD-1001',
  merchant_prepare_id: '',
  amount: '150000.00',
  action: '0',
  error: '0',
  error_note: '',
  sign_time: '2026-01-15 12:30:45',
  sign_string: '',
}
const completing = { ...asked, action: '1', merchant_prepare_id: '7001', sign_time: '2026-01-15 12:31:10' }

it('signs the strings as they came', () => {
  expect(signatureOf(asked, SECRET, false)).toBe('87c11daec94fae0aad713bdb7245397e')
  expect(signatureOf({ ...asked, amount: '150000' }, SECRET, false)).toBe('d867d9474faa16296432e1c9e68933e0')
  expect(signatureOf(completing, SECRET, true)).toBe('36cce5407fa5c3ecf8abac030f99595b')
})

it('shifts between fields without a trace, which is why every field is compared exactly', () => {
  const prepare = signatureOf(asked, SECRET, false)
  const longer = { ...asked, merchant_trans_id: 'ORD-10011', amount: '50000.00' }
  const service = { ...asked, click_trans_id: '1326490', service_id: '020001' }
  const complete = { ...completing, merchant_prepare_id: '70011', amount: '50000.00' }
  expect(signatureOf(longer, SECRET, false)).toBe(prepare)
  expect(signatureOf(service, SECRET, false)).toBe(prepare)
  expect(signatureOf(complete, SECRET, true)).toBe('36cce5407fa5c3ecf8abac030f99595b')
})

it('knows its own signature, in lower case and whole', () => {
  const sign = '87c11daec94fae0aad713bdb7245397e'
  const signed = (sign_string: string, secret: string | undefined = SECRET) =>
    isSigned({ ...asked, sign_string }, secret, 'prepare')
  expect(signed(sign)).toBe(true)
  for (const wrong of [sign.toUpperCase(), sign.slice(0, -1), `${sign}0`, '0'.repeat(32)]) {
    expect(signed(wrong)).toBe(false)
  }
  expect(isSigned({ ...asked, sign_string: sign }, 'another', 'prepare')).toBe(false)
})

it('knows nobody where no secret is set', () => {
  const empty = signatureOf(asked, '', false)
  expect(isSigned({ ...asked, sign_string: empty }, undefined, 'prepare')).toBe(false)
  expect(isSigned({ ...asked, sign_string: empty }, '', 'prepare')).toBe(false)
})

it('does not take a Prepare signature for a Complete', () => {
  const sign_string = signatureOf(completing, SECRET, false)
  expect(isSigned({ ...completing, sign_string }, SECRET, 'complete')).toBe(false)
})
