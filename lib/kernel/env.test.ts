import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const production = {
  APP_ENV: 'production',
  APP_URL: 'https://bozor.example',
  DATABASE_URL: 'postgres://bozor@db/bozor',
  AUTH_SECRET: 'x'.repeat(40),
}
const click = { CLICK_SERVICE_ID: '20001', CLICK_MERCHANT_ID: '9001', CLICK_SECRET: 'Jt3xXZ3Nmp' }
const stripe = { STRIPE_SECRET_KEY: `sk_live_${'a'.repeat(24)}`, STRIPE_WEBHOOK_SECRET: `whsec_${'b'.repeat(32)}` }

describe('production', () => {
  it('starts without providers, and with whole ones', () => {
    expect(() => readEnv(production)).not.toThrow()
    expect(() => readEnv({ ...production, ...click, ...stripe })).not.toThrow()
  })

  it.each([
    ['CLICK_SECRET', { ...click, CLICK_SECRET: '' }],
    ['CLICK_SECRET', { ...click, CLICK_SECRET: 'short' }],
    ['CLICK_SECRET', { ...click, CLICK_SECRET: 'demo-secret-of-click' }],
    ['CLICK_MERCHANT_ID', { ...click, CLICK_MERCHANT_ID: undefined }],
    ['CLICK_SERVICE_ID', { CLICK_SECRET: click.CLICK_SECRET, CLICK_MERCHANT_ID: '1' }],
    ['STRIPE_WEBHOOK_SECRET', { STRIPE_SECRET_KEY: stripe.STRIPE_SECRET_KEY }],
    ['STRIPE_SECRET_KEY', { ...stripe, STRIPE_SECRET_KEY: 'sk_live_1' }],
    ['STRIPE_API_PROTOCOL', { ...stripe, STRIPE_API_PROTOCOL: 'http', STRIPE_API_HOST: 'stripe.example' }],
  ])('refuses half a provider, or a weak one: %s', (name, given) => {
    expect(() => readEnv({ ...production, ...given })).toThrow(`${name}:`)
  })

  it('lets a test server on this machine stand in for Stripe', () => {
    const fake = { ...stripe, STRIPE_API_PROTOCOL: 'http', STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: '12111' }
    expect(() => readEnv({ ...production, ...fake })).not.toThrow()
  })
})

it('lets a demo run with half a provider, but not with what cannot be read', () => {
  expect(() => readEnv({ CLICK_SECRET: 'x' })).not.toThrow()
  expect(() => readEnv({ CLICK_SERVICE_ID: '020001' })).toThrow('CLICK_SERVICE_ID')
  expect(() => readEnv({ STRIPE_API_PROTOCOL: 'ftp' })).toThrow('STRIPE_API_PROTOCOL')
})
