import { expect, it } from 'vitest'
import { isAuthorized } from './authorize'
import { plainKey } from './merchant-key'

const secret = 'TESTKEY-0123456789-abcdefghijklmnop'
const key = plainKey(secret)
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

it('knows Payme by its login and key', () => {
  expect(isAuthorized('Basic UGF5Y29tOlRFU1RLRVktMDEyMzQ1Njc4OS1hYmNkZWZnaGlqa2xtbm9w', 'Paycom', key)).toBe(true)
})

it.each([
  ['no header', null],
  ['another scheme', `Bearer ${secret}`],
  ['bad base64', 'Basic §§§'],
  ['another login', basic(`Payme:${secret}`)],
  ['another key', basic('Paycom:wrong')],
  ['a prefix of the key', basic(`Paycom:${secret.slice(0, -1)}`)],
  ['only the key', basic(secret)],
  ['a colon too many', basic(`x:Paycom:${secret}`)],
])('refuses %s', (_, header) => {
  expect(isAuthorized(header, 'Paycom', key)).toBe(false)
})

it('refuses everybody where no key is set', () => {
  expect(isAuthorized(basic('Paycom:'), 'Paycom', undefined)).toBe(false)
})
