import type { Currency } from '@/lib/kernel/money'
import type { PlacedLine, PlacedParcel } from '@/lib/order/domain/events'
import { account, clearing, shopAccount } from '../accounts'
import type { Formula, FormulaLine } from '../schema'
import { credit, debit, type Posting, posting } from './posting'
import { vatInside, vatRule } from './vat'

export type Sale = {
  orderId: string
  number: string
  paymentId: string
  currency: Currency
  parcel: PlacedParcel
  vatBp: number
  /** Stream and version of the order as it was placed and paid. */
  sources: string[]
}

const toLine = (line: PlacedLine): FormulaLine => ({
  lineId: line.lineId,
  sku: line.sku,
  quantity: line.quantity,
  price: line.price.amount,
  discount: line.discount.amount,
  ...(line.subsidy && { subsidy: line.subsidy.amount }),
  amount: line.price.amount * line.quantity - line.discount.amount,
  commissionBp: line.commissionBp,
  commission: line.commission.amount,
  ...(line.commissionRule ? { commissionRule: line.commissionRule } : {}),
})

const fee = (sources: string[], lines: FormulaLine[], commission: number) => ({
  rule: lines.some(({ subsidy }) => subsidy)
    ? 'sum(min(max(round(worth × bp / 10000) + fixed × quantity, min × quantity), max × quantity, worth)) of lines, worth = amount + subsidy'
    : 'sum(min(max(round(amount × bp / 10000) + fixed × quantity, min × quantity), max × quantity, amount)) of lines',
  base: commission,
  lines,
  sources,
})

/** The buyer's money becomes the shop's, in escrow, less the commission; VAT is inside the commission. */
export function salePosting({ parcel, vatBp, sources, currency, ...of }: Sale): Posting[] {
  const { parcelId, shopId, itemsTotal, discount, delivery, total, commission } = parcel
  const lines = parcel.lines.map(toLine)
  const subsidy = parcel.subsidy?.amount ?? 0
  const vat = vatInside(commission.amount, vatBp)
  const pending = shopAccount('shop_pending', shopId, currency)
  const sold: Formula = { rule: 'sum(line.price × line.quantity − line.discount)', lines, sources }
  const paid: Formula = { rule: 'itemsTotal − discount + delivery', base: total.amount, sources }
  const brought: Formula = { rule: 'the delivery fee that was quoted; the shop delivers', sources }
  const inside: Formula = { rule: vatRule, base: commission.amount, vatBp, sources }
  const given: Formula = { rule: 'sum(line.subsidy) + the part of the delivery fee that a coupon paid', lines, sources }
  const net: Formula = { rule: 'commission − vat', base: commission.amount, vatBp, sources }
  return posting({ kind: 'sale', ref: parcelId, currency, parcelId, ...of }, [
    debit(account('buyer_funds', currency), total.amount, 'sale', paid),
    credit(pending, itemsTotal.amount - discount.amount, 'sale', sold),
    credit(pending, delivery.amount, 'delivery', brought),
    debit(account('promotion', currency), subsidy, 'subsidy', given),
    credit(pending, subsidy, 'subsidy', given),
    debit(pending, commission.amount, 'commission', fee(sources, lines, commission.amount)),
    credit(account('platform_fee', currency), commission.amount - vat, 'commission', net),
    credit(account('vat_on_fee', currency), vat, 'vat', inside),
  ])
}

/**
 * Paid at the door: the shop's courier holds the cash, so its share is settled and it owes the commission, less what
 * the market pays of the price; where that is more, the rest is payable.
 */
export function cashKeptPosting({ parcel, currency, sources, orderId, number, paymentId }: Sale): Posting[] {
  const { parcelId, shopId, total, commission } = parcel
  const subsidy = parcel.subsidy?.amount ?? 0
  const [rule, owed] = [subsidy > 0 ? 'commission − subsidy' : 'commission', commission.amount - subsidy]
  const kept: Formula = {
    rule: subsidy > 0 ? 'total + subsidy − commission' : 'total − commission',
    base: total.amount,
    sources,
  }
  return posting({ kind: 'cash-kept', ref: parcelId, currency, parcelId, orderId, number, paymentId }, [
    credit(clearing('cash', currency), total.amount, 'cash-kept', { rule: 'the cash taken at the door', sources }),
    debit(shopAccount('shop_pending', shopId, currency), total.amount - owed, 'cash-kept', kept),
    debit(shopAccount('shop_debt', shopId, currency), Math.max(0, owed), 'cash-kept', { rule, sources }),
    credit(shopAccount('shop_payable', shopId, currency), Math.max(0, -owed), 'cash-kept', { rule, sources }),
  ])
}
