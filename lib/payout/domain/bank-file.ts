/** One payment order; the amount in tiyin. */
export type BankRow = {
  payoutId: string
  /** Day in Tashkent, 2026-11-21 */
  date: string
  holder: string
  taxId: string
  account: string
  mfo: string
  bank: string
  amount: number
  currency: string
  purpose: string
}

/** In this order, in the first line of the file; documented for whoever configures the bank's import. */
export const bankColumns = [
  'payout_id',
  'date',
  'recipient',
  'recipient_tax_id',
  'account',
  'mfo',
  'bank',
  'amount',
  'currency',
  'purpose',
] as const

// A spreadsheet takes a cell that begins like this for a formula; the apostrophe makes it a text.
const cell = (text: string) => {
  const safe = /^[\s]*[=+\-@|%\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`
}

const soum = (tiyin: number) => `${Math.floor(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`

/** UTF-8 CSV with CRLF, every cell quoted, soʻm with two decimals. The same payouts give the same bytes. */
export function bankFile(rows: readonly BankRow[]): string {
  const lines = rows.map((row) =>
    [
      row.payoutId,
      row.date,
      row.holder,
      row.taxId,
      row.account,
      row.mfo,
      row.bank,
      soum(row.amount),
      row.currency,
      row.purpose,
    ].map(cell),
  )
  return [bankColumns.map(cell), ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}
