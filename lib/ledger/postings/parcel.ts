import type { Money } from '@/lib/kernel/money'
import { type Account, account, creditAccount, shopAccount } from '../accounts'
import type { Formula, FormulaLine, ShopId } from '../schema'
import { credit, type Draft, debit, type Posting, posting } from './posting'
import { vatInside } from './vat'

/** What the books say of a parcel before the next effect on it. */
export type ParcelPosition = {
  number: string | null
  sold: boolean
  /** In escrow, in the shop's view. */
  pending: number
  /** Did its shop take the cash, and how much of it does it still hold. */
  cash: boolean
  held: number
  /** Commission given back so far, and the VAT rate of the sale. */
  commissionBack: number
  vatBp: number
}

type OfParcel = { orderId: string; parcelId: string; shopId: ShopId; sources: string[] }

export type AcceptedRefund = OfParcel & {
  refundId: string
  paymentId: string
  lines: readonly { lineId: string; quantity: number; amount: Money; subsidy?: Money; commission: Money }[]
  amount: Money
  /** Of the amount: to the buyer's store credit. */
  credit?: Money
  buyerId?: string | null
  subsidy?: Money
  commission: Money
}

const toLine = (line: AcceptedRefund['lines'][number]): FormulaLine => ({
  lineId: line.lineId,
  quantity: line.quantity,
  amount: line.amount.amount,
  ...(line.subsidy && { subsidy: line.subsidy.amount }),
  commission: line.commission.amount,
})

/** First out of escrow, the rest out of what is payable; of a parcel paid in cash the shop holds all of it. */
function fromShop(refund: AcceptedRefund, { cash, pending }: ParcelPosition, formula: Formula): Draft[] {
  const { shopId } = refund
  const { currency } = refund.amount
  const amount = refund.amount.amount + (refund.subsidy?.amount ?? 0)
  const back = refund.commission.amount
  const of = (kind: 'shop_pending' | 'shop_payable' | 'shop_debt') => shopAccount(kind, shopId, currency)
  const share = amount - back
  const escrow = cash ? 0 : share <= pending ? amount : pending
  const rest: Account = of(cash ? 'shop_debt' : 'shop_payable')
  const backTo = escrow === amount ? of('shop_pending') : rest
  return [
    debit(of('shop_pending'), escrow, 'refund', formula),
    debit(rest, amount - escrow, 'refund', formula),
    credit(backTo, back, 'commission-refund', { ...formula, rule: 'sum(line.commission) given back', base: back }),
  ]
}

/** What was rounded at the sale comes back in whole: each part takes the difference of two roundings. */
function fromMarket({ commission, subsidy }: AcceptedRefund, position: ParcelPosition, sources: string[]): Draft[] {
  const { amount: back, currency } = commission
  const { commissionBack: before, vatBp } = position
  const vat = vatInside(before + back, vatBp) - vatInside(before, vatBp)
  const rule = 'vat(given back so far + now) − vat(given back so far)'
  return [
    debit(account('platform_fee', currency), back - vat, 'commission-refund', {
      rule: 'commission − vat',
      base: back,
      vatBp,
      sources,
    }),
    debit(account('vat_on_fee', currency), vat, 'vat-refund', { rule, base: back, vatBp, sources }),
    credit(account('promotion', currency), subsidy?.amount ?? 0, 'subsidy-refund', {
      rule: 'what the market had paid of it',
      sources,
    }),
  ]
}

/** What was paid with credit is credit again at once; the rest is due until its provider has given it back. */
function toBuyer({ amount, credit: back, buyerId }: AcceptedRefund, formula: Formula): Draft[] {
  const asCredit = back?.amount ?? 0
  const { currency } = amount
  const due = credit(account('refunds_due', currency), amount.amount - asCredit, 'refund', formula)
  if (asCredit === 0) return [due]
  if (!buyerId) throw new Error('Credit goes back to nobody')
  const part = { ...formula, rule: 'floor(amount × credit left ÷ all that is left)', base: amount.amount }
  return [due, credit(creditAccount(buyerId, currency), asCredit, 'refund', part)]
}

/** Money that never became a shop's goes back from the buyer's funds; the rest from the shop and the commission. */
export function refundPosting(refund: AcceptedRefund, position: ParcelPosition): Posting[] {
  const { refundId, orderId, parcelId, paymentId, sources, lines, amount, subsidy } = refund
  const { currency } = amount
  const head = { kind: 'refund', ref: refundId, currency, orderId, parcelId, paymentId } as const
  const formula = { rule: 'sum(line.amount) + delivery', lines: lines.map(toLine), sources }
  const borne = subsidy ? { ...formula, rule: 'sum(line.amount + line.subsidy) + delivery and its subsidy' } : formula
  const due = toBuyer(refund, formula)
  if (!position.sold) {
    return posting(head, [debit(account('buyer_funds', currency), amount.amount, 'refund', formula), ...due])
  }
  return posting({ ...head, number: position.number }, [
    ...fromShop(refund, position, borne),
    ...fromMarket(refund, position, sources),
    ...due,
  ])
}

export type ReleasedParcel = OfParcel & { share: Money; version: number; reserveBp: number }

/** Delivered: out of escrow, less what is held in reserve. */
export function releasePosting(released: ReleasedParcel, { number }: Pick<ParcelPosition, 'number'>): Posting[] {
  const { orderId, parcelId, shopId, share, version, reserveBp: bp, sources } = released
  const { amount, currency } = share
  const held = Number((BigInt(amount) * BigInt(bp)) / 10_000n)
  const all: Formula = { rule: 'total + subsidy − commission − refunded − disputed', base: amount, sources }
  const part: Formula = { rule: 'floor(share × bp / 10000)', base: amount, bp, sources }
  return posting({ kind: 'release', ref: `${parcelId}:${version}`, currency, orderId, number, parcelId }, [
    debit(shopAccount('shop_pending', shopId, currency), amount, 'release', all),
    credit(shopAccount('shop_payable', shopId, currency), amount - held, 'release', {
      ...all,
      rule: 'share − reserve',
    }),
    credit(shopAccount('reserve', shopId, currency), held, 'reserve', part),
  ])
}
