import type { Money } from '@/lib/kernel/money'
import { account, creditAccount } from '../accounts'
import type { Formula } from '../schema'
import { credit, debit, type Posting, posting } from './posting'

export type OrderCredit = { orderId: string; number: string; userId: string; amount: Money; sources: string[] }

/** Out of the person's hands as soon as the order is placed, so that it is spent once. */
export function creditHeldPosting({ orderId, number, userId, amount, sources }: OrderCredit): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the part of the order that the buyer pays with credit', sources }
  return posting({ kind: 'credit-held', ref: orderId, currency, orderId, number }, [
    debit(creditAccount(userId, currency), minor, 'credit-held', formula),
    credit(account('credit_held', currency), minor, 'credit-held', formula),
  ])
}

/** The order is paid: the credit stands beside the money that came. */
export function creditSpentPosting({ orderId, number, amount, sources }: Omit<OrderCredit, 'userId'>): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the credit that was held for the order', sources }
  return posting({ kind: 'credit-spent', ref: orderId, currency, orderId, number }, [
    debit(account('credit_held', currency), minor, 'credit-spent', formula),
    credit(account('buyer_funds', currency), minor, 'credit-spent', formula),
  ])
}

/** The order ended before it was paid. */
export function creditFreedPosting({ orderId, number, userId, amount, sources }: OrderCredit): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the credit that was held for the order', sources }
  return posting({ kind: 'credit-freed', ref: orderId, currency, orderId, number }, [
    debit(account('credit_held', currency), minor, 'credit-freed', formula),
    credit(creditAccount(userId, currency), minor, 'credit-freed', formula),
  ])
}

export type GivenCredit = { ref: string; userId: string; amount: Money; rule: string; sources: string[] }

/** A gift of the market, which pays for it when it is given. */
export function creditGrantedPosting({ ref, userId, amount, ...why }: GivenCredit): Posting[] {
  const { amount: minor, currency } = amount
  const formula: Formula = why
  return posting({ kind: 'credit-granted', ref, currency }, [
    debit(account('promotion', currency), minor, 'credit-granted', formula),
    credit(creditAccount(userId, currency), minor, 'credit-granted', formula),
  ])
}

/** What its reason is gone for; never more than the person still has. */
export function creditTakenPosting({ ref, userId, amount, ...why }: GivenCredit): Posting[] {
  const { amount: minor, currency } = amount
  const formula: Formula = why
  return posting({ kind: 'credit-taken', ref, currency }, [
    debit(creditAccount(userId, currency), minor, 'credit-taken', formula),
    credit(account('promotion', currency), minor, 'credit-taken', formula),
  ])
}
