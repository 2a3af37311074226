import { expect, test } from 'vitest'
import { type BankRow, bankFile } from './bank-file'

const row: BankRow = {
  payoutId: 'pyt_1',
  date: '2026-11-21',
  holder: '"Alfa" MChJ',
  taxId: '301234567',
  account: '20208000900123456001',
  mfo: '00444',
  bank: 'Bank',
  amount: 123_456_705,
  currency: 'UZS',
  purpose: 'Bozor pyt_1',
}

test('a bank file has one quoted line a payout, soʻm with two decimals', () => {
  const [head, line, rest] = bankFile([row]).split('\r\n')
  expect(head).toContain('"account","mfo"')
  expect(line).toBe(
    '"pyt_1","2026-11-21","""Alfa"" MChJ","301234567","20208000900123456001","00444","Bank","1234567.05","UZS","Bozor pyt_1"',
  )
  expect(rest).toBe('')
})

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@sum', '\tx', ' =1', '|cmd', '%0A'])(
  'a recipient called %j is no formula',
  (holder) => {
    const line = bankFile([{ ...row, holder }]).split('\r\n')[1] ?? ''
    expect(line.split(',')[2]?.startsWith(`"'`)).toBe(true)
  },
)

test('a name with line breaks stays in its line', () => {
  expect(bankFile([{ ...row, holder: 'A\r\nB' }]).split('\r\n')).toHaveLength(3)
})
