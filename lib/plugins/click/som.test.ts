import { expect, it } from 'vitest'
import { parseSom, writeSom } from './som'

it.each([
  ['150000', 15_000_000],
  ['150000.0', 15_000_000],
  ['150000.00', 15_000_000],
  ['150000.5', 15_000_050],
  ['0.01', 1],
  ['0.29', 29],
  ['1.1', 110],
  ['4.35', 435],
  ['9999999999999.99', 999_999_999_999_999],
])('reads %s soʻm exactly', (text, tiyin) => {
  expect(parseSom(text)).toBe(tiyin)
})

it.each([
  '',
  '150000.',
  '.5',
  '150000.001',
  '150000.000',
  '1e5',
  '+1',
  '-1',
  '01',
  '1,5',
  '1 000',
  ' 1',
  '1\n',
  '٣',
  'NaN',
  '99999999999999',
])('refuses %j', (text) => {
  expect(parseSom(text)).toBeNull()
})

it('writes two decimals', () => {
  expect([15_000_000, 1, 110, 435, 0].map(writeSom)).toEqual(['150000.00', '0.01', '1.10', '4.35', '0.00'])
})
