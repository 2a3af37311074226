import { expect, it } from 'vitest'
import { isAuthorized } from './authorize'

const key = 'TESTKEY-0123456789-abcdefghijklmnop'
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

it('knows Payme by its login and key', () => {
  expect(isAuthorized('Basic UGF5Y29tOlRFU1RLRVktMDEyMzQ1Njc4OS1hYmNkZWZnaGlqa2xtbm9w', 'Paycom', key)).toBe(true)
})

it.each([
  ['no header', null],
  ['another scheme', `Bearer ${key}`],
  ['bad base64', 'Basic §§§'],
  ['another login', basic(`Payme:${key}`)],
  ['another key', basic('Paycom:wrong')],
  ['a prefix of the key', basic(`Paycom:${key.slice(0, -1)}`)],
  ['only the key', basic(key)],
  ['a colon too many', basic(`x:Paycom:${key}`)],
])('refuses %s', (_, header) => {
  expect(isAuthorized(header, 'Paycom', key)).toBe(false)
})

it('refuses everybody where no key is set', () => {
  expect(isAuthorized(basic('Paycom:'), 'Paycom', undefined)).toBe(false)
})
