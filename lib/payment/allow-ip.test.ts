import { afterEach, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { mayCallBack } from './allow-ip'

const given = { ...env }
afterEach(() => void Object.assign(env, given))

it('admits whom the list names, by address and by network', () => {
  Object.assign(env, { PAYME_ALLOW_IPS: ['185.234.113.1', '10.0.0.0/28', '2001:db8::/32'] })
  const asked = ['185.234.113.1', '185.234.113.2', '10.0.0.15', '10.0.0.16', '2001:db8::7', '2001:db9::7']
  expect(asked.map((address) => mayCallBack('payme', address))).toEqual([true, false, true, false, true, false])
  expect(mayCallBack('payme', 'unknown')).toBe(false)
})

it('admits everybody to a demo without a list, and nobody to production', () => {
  Object.assign(env, { CLICK_ALLOW_IPS: [], APP_ENV: 'demo' })
  expect(mayCallBack('click', '8.8.8.8')).toBe(true)
  Object.assign(env, { APP_ENV: 'production' })
  expect(mayCallBack('click', '8.8.8.8')).toBe(false)
})
