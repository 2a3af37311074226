import { account, shopAccount } from '../accounts'
import type { PostPayout, PostPayoutDebt, PostReserveRelease } from '../schema'
import { credit, debit, type Posting, posting } from './posting'

/** Proposed: out of the shop's account into transit. It ends once: with the bank, or back. */
export function payoutPosting({ payoutId, shopId, amount, step }: PostPayout): Posting[] {
  const { amount: minor, currency } = amount
  const transit = account('payout_transit', currency)
  const payable = shopAccount('shop_payable', shopId, currency)
  const formula = { rule: 'the amount of the payout', sources: [payoutId] }
  if (step === 'proposed') {
    return posting({ kind: 'payout', ref: payoutId, currency }, [
      debit(payable, minor, 'payout', formula),
      credit(transit, minor, 'payout', formula),
    ])
  }
  const type = step === 'paid' ? 'payout-paid' : 'payout-rejected'
  return posting({ kind: 'payout-end', ref: payoutId, currency }, [
    debit(transit, minor, type, formula),
    credit(step === 'paid' ? account('bank', currency) : payable, minor, type, formula),
  ])
}

export function payoutDebtPosting({ payoutId, shopId, amount }: PostPayoutDebt): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'min(payable, debt)', sources: [payoutId] }
  return posting({ kind: 'payout-debt', ref: payoutId, currency }, [
    debit(shopAccount('shop_payable', shopId, currency), minor, 'payout-debt', formula),
    credit(shopAccount('shop_debt', shopId, currency), minor, 'payout-debt', formula),
  ])
}

export function reserveReleasePosting({ releaseId, shopId, amount }: PostReserveRelease): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the reserve that is due', sources: [releaseId] }
  return posting({ kind: 'reserve-release', ref: releaseId, currency }, [
    debit(shopAccount('reserve', shopId, currency), minor, 'reserve-release', formula),
    credit(shopAccount('shop_payable', shopId, currency), minor, 'reserve-release', formula),
  ])
}
