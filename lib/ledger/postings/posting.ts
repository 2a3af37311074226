import type { Currency } from '@/lib/kernel/money'
import type { Account } from '../accounts'
import type { EntryType, Formula, TxnKind } from '../schema'

/** Debit positive. */
export type Draft = { account: Account; amount: number; type: EntryType; formula: Formula }

/** One ledger transaction to be: (kind, ref) is its name for ever. */
export type Posting = {
  kind: TxnKind
  ref: string
  currency: Currency
  orderId?: string | null
  number?: string | null
  parcelId?: string | null
  paymentId?: string | null
  entries: Draft[]
}

export const debit = (account: Account, amount: number, type: EntryType, formula: Formula): Draft => ({
  account,
  amount,
  type,
  formula,
})

export const credit = (account: Account, amount: number, type: EntryType, formula: Formula): Draft =>
  debit(account, amount === 0 ? 0 : -amount, type, formula)

/** What is nothing is not written; a posting without entries is none. */
export const posting = (head: Omit<Posting, 'entries'>, drafts: Draft[]): Posting[] => {
  const entries = drafts.filter(({ amount }) => amount !== 0)
  return entries.length === 0 ? [] : [{ ...head, entries }]
}
