import { expect, it } from 'vitest'
import { webhook } from './fake-stripe'
import { readEvent } from './read-event'

const secret = 'whsec_test_secret'
const now = new Date(1_768_462_245_000)
const at = 1_768_462_245
const sent = (seconds: number, options: { secret?: string } = {}) =>
  webhook('checkout.session.completed', { id: 'cs_1' }, { secret, seconds, ...options })
const read = ({ body, header }: { body: string; header: string }, key: string | undefined = secret) =>
  readEvent(Buffer.from(body), header, key, now)

it('reads what Stripe has signed', () => {
  expect(read(sent(at))).toMatchObject({ type: 'checkout.session.completed', livemode: false })
})

it("passes Stripe's own vector and sees that it is no event of ours", () => {
  const body = '{"id":"evt_1","object":"event","type":"payment_intent.succeeded"}'
  const header = `t=${at},v1=2c5dcda0e3e5f1da8be4bc1be8531335ee7be8866152100e27b1aa9db3de5994`
  expect(readEvent(Buffer.from(body), header, secret, now)).toBeNull()
  const whole = webhook('payment_intent.succeeded', {}, { secret, seconds: at })
  expect(read(whole)).toMatchObject({ type: 'payment_intent.succeeded' })
})

it.each([
  ['300 s old', -300, true],
  ['301 s old', -301, false],
  ['300 s ahead', 300, true],
  ['301 s ahead', 301, false],
  ['a day ahead', 86_400, false],
])('is tolerant both ways, and not beyond: %s', (_, offset, fits) => {
  expect(read(sent(at + offset)) !== null).toBe(fits)
})

it('takes any of several signatures, for the time of a rotation', () => {
  const { body, header } = sent(at)
  expect(read({ body, header: header.replace(',v1', `,v1=${'0'.repeat(64)},v1`) })).not.toBeNull()
})

it.each([
  ['another secret', sent(at, { secret: 'whsec_other' })],
  ['a changed body', { ...sent(at), body: sent(at).body.replace('cs_1', 'cs_2') }],
  ['no time', { ...sent(at), header: sent(at).header.replace(/^t=\d+,/, '') }],
  ['another time', { ...sent(at), header: sent(at).header.replace(`t=${at}`, `t=${at + 1}`) }],
  ['v0 only', { ...sent(at), header: sent(at).header.replace('v1=', 'v0=') }],
  ['no signature', { ...sent(at), header: '' }],
])('refuses %s', (_, delivery) => {
  expect(read(delivery)).toBeNull()
})

it('refuses everything where no secret is set', () => {
  expect(read(webhook('x', {}, { secret: '', seconds: at }), '')).toBeNull()
  expect(readEvent(Buffer.from('{}'), 't=1,v1=2', undefined, now)).toBeNull()
})
