import { expect, it } from 'vitest'
import { redactBody } from './redact-body'

it('keeps what happened and not who or with which secret', () => {
  const body = { method: 'ChangePassword', params: { password: 'hunter2', list: [{ email: 'a@b.uz', amount: 5 }] } }
  expect(JSON.parse(redactBody(JSON.stringify(body)))).toEqual({
    method: 'ChangePassword',
    params: { password: '[redacted]', list: [{ email: '[redacted]', amount: 5 }] },
  })
})

it('reads forms too, and every pair of one name', () => {
  expect(redactBody('click_trans_id=13264900&sign_string=abc&phone=1&phone=2')).toBe(
    'click_trans_id=13264900&sign_string=%5Bredacted%5D&phone=%5Bredacted%5D',
  )
})

it('keeps nothing of what it cannot read, and not much of what is long', () => {
  expect(redactBody('{"password":"hunter2"')).toBe('[unreadable, 21 characters]')
  expect(redactBody(JSON.stringify({ a: 'x'.repeat(100_000) }))).toHaveLength(8_192)
  expect(redactBody('{"a":"\\u0000b"}')).not.toContain('\u0000')
})
