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
  amount: line.price.amount * line.quantity - line.discount.amount,
  commissionBp: line.commissionBp,
  commission: line.commission.amount,
  ...(line.commissionRule ? { commissionRule: line.commissionRule } : {}),
})

const fee = (sources: string[], lines: FormulaLine[], commission: number) => ({
  rule: 'sum(min(max(round(amount × bp / 10000) + fixed × quantity, min × quantity), max × quantity, amount)) of lines',
  base: commission,
  lines,
  sources,
})

/** The buyer's money becomes the shop's, in escrow, less the commission; VAT is inside the commission. */
export function salePosting({ parcel, vatBp, sources, currency, ...of }: Sale): Posting[] {
  const { parcelId, shopId, itemsTotal, discount, delivery, total, commission } = parcel
  const lines = parcel.lines.map(toLine)
  const vat = vatInside(commission.amount, vatBp)
  const pending = shopAccount('shop_pending', shopId, currency)
  const sold: Formula = { rule: 'sum(line.price × line.quantity − line.discount)', lines, sources }
  const paid: Formula = { rule: 'itemsTotal − discount + delivery', base: total.amount, sources }
  const brought: Formula = { rule: 'the delivery fee that was quoted; the shop delivers', sources }
  const inside: Formula = { rule: vatRule, base: commission.amount, vatBp, sources }
  const net: Formula = { rule: 'commission − vat', base: commission.amount, vatBp, sources }
  return posting({ kind: 'sale', ref: parcelId, currency, parcelId, ...of }, [
    debit(account('buyer_funds', currency), total.amount, 'sale', paid),
    credit(pending, itemsTotal.amount - discount.amount, 'sale', sold),
    credit(pending, delivery.amount, 'delivery', brought),
    debit(pending, commission.amount, 'commission', fee(sources, lines, commission.amount)),
    credit(account('platform_fee', currency), commission.amount - vat, 'commission', net),
    credit(account('vat_on_fee', currency), vat, 'vat', inside),
  ])
}

/** Paid at the door: the shop's courier holds the cash, so its share is settled and it owes the commission. */
export function cashKeptPosting({ parcel, currency, sources, orderId, number, paymentId }: Sale): Posting[] {
  const { parcelId, shopId, total, commission } = parcel
  const kept: Formula = { rule: 'total − commission', base: total.amount, sources }
  return posting({ kind: 'cash-kept', ref: parcelId, currency, parcelId, orderId, number, paymentId }, [
    credit(clearing('cash', currency), total.amount, 'cash-kept', { rule: 'the cash taken at the door', sources }),
    debit(shopAccount('shop_pending', shopId, currency), total.amount - commission.amount, 'cash-kept', kept),
    debit(shopAccount('shop_debt', shopId, currency), commission.amount, 'cash-kept', { rule: 'commission', sources }),
  ])
}
