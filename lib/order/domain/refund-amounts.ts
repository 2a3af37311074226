import { allocate, type Currency, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ItemCount, RefundedLine } from './events'
import { type LineState, leftOf, type ParcelState } from './state'

export type Asked =
  | { all: true }
  /** `delivery`: what is left of the delivery fee goes back as well. */
  | { items: ItemCount[]; delivery?: boolean | undefined }
  | { amount: number }

export type Computed = { lines: RefundedLine[]; delivery: number }

/** The first `quantity` of `of` equal parts, the larger ones first: any way of taking all of them takes all of it. */
const take = (whole: number, of: number, quantity: number): number =>
  Math.floor(whole / of) * quantity + Math.min(quantity, whole % of)

/** The commission that goes with `part` of `whole`; the last part takes what is left of it. */
const along = (commission: number, part: number, whole: number, currency: Currency): number =>
  part === whole
    ? commission
    : (allocate(money(commission, currency), [part, whole - part])[0] ?? money(0, currency)).amount

const lineOf = (line: LineState, currency: Currency, back: LineState['back']): RefundedLine => ({
  lineId: line.lineId,
  quantity: back.quantity,
  amount: money(back.amount, currency),
  commission: money(back.commission, currency),
})

const unitsLeft = ({ quantity, back }: LineState) => quantity - back.quantity

/** What was withheld from worn goods is not part of the price of the others. */
const worth = ({ paid, commission, back, kept }: LineState) => ({
  amount: Math.max(0, paid - back.amount - kept.amount),
  commission: Math.max(0, commission - back.commission - kept.commission),
})

/** One count a line, whatever the caller repeats. */
export const merge = (items: readonly ItemCount[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { lineId, quantity } of items) counts.set(lineId, (counts.get(lineId) ?? 0) + quantity)
  return counts
}

type Refusal = 'not-found' | 'refund-too-large'

function byItem(parcel: ParcelState, items: readonly ItemCount[], currency: Currency): Result<RefundedLine[], Refusal> {
  const refunded: RefundedLine[] = []
  for (const [lineId, quantity] of merge(items)) {
    const line = parcel.lines.find((one) => one.lineId === lineId)
    if (!line) return fail('not-found')
    const left = unitsLeft(line)
    if (quantity < 1 || quantity > left) return fail('refund-too-large', { lineId, left })
    const { amount, commission } = worth(line)
    const back = { amount: take(amount, left, quantity), commission: take(commission, left, quantity) }
    refunded.push(lineOf(line, currency, { quantity, ...back }))
  }
  return ok(refunded)
}

const rest = (parcel: ParcelState, currency: Currency): RefundedLine[] =>
  parcel.lines
    .map((line) => ({
      line,
      back: {
        quantity: unitsLeft(line),
        amount: line.paid - line.back.amount,
        commission: line.commission - line.back.commission,
      },
    }))
    .filter(({ back }) => back.quantity > 0 || back.amount > 0)
    .map(({ line, back }) => lineOf(line, currency, back))

/** Over the lines by their worth; the delivery fee only when the goods are not enough. */
function byAmount(parcel: ParcelState, amount: number, currency: Currency): Computed {
  const lefts = parcel.lines.map(({ paid, back }) => paid - back.amount)
  const goods = Math.min(
    amount,
    lefts.reduce((sum, left) => sum + left, 0),
  )
  const parts = allocate(money(goods, currency), lefts).map((part) => part.amount)
  const lines = parcel.lines.map((line, index) => {
    const part = parts[index] ?? 0
    const commission = along(line.commission - line.back.commission, part, lefts[index] ?? 0, currency)
    return lineOf(line, currency, { quantity: 0, amount: part, commission })
  })
  return { lines: lines.filter((line) => line.amount.amount > 0), delivery: amount - goods }
}

/** What one refund gives back, line by line. All refunds of a parcel add up to what was paid for it, to the tiyin. */
export function refundAmounts(parcel: ParcelState, asked: Asked, currency: Currency): Result<Computed, Refusal> {
  const deliveryLeft = parcel.delivery - parcel.deliveryBack
  if ('all' in asked) return ok({ lines: rest(parcel, currency), delivery: deliveryLeft })
  if ('amount' in asked) {
    const left = leftOf(parcel)
    if (asked.amount > left) return fail('refund-too-large', { left: { amount: String(left), currency } })
    return ok(byAmount(parcel, asked.amount, currency))
  }
  const lines = byItem(parcel, asked.items, currency)
  return lines.ok ? ok({ lines: lines.value, delivery: asked.delivery ? deliveryLeft : 0 }) : lines
}

/** Withholds `deduction` from computed lines, by their worth; the commission follows the money. */
export function withhold(lines: readonly RefundedLine[], deduction: number, currency: Currency) {
  const amounts = lines.map(({ amount }) => amount.amount)
  const parts = lines.length === 0 ? [] : allocate(money(deduction, currency), amounts)
  const kept = lines.map((line, index) => {
    const amount = parts[index] ?? money(0, currency)
    const commission = along(line.commission.amount, amount.amount, line.amount.amount, currency)
    return { lineId: line.lineId, amount, commission: money(amount.amount === 0 ? 0 : commission, currency) }
  })
  const given = lines.map((line, index) => ({
    ...line,
    amount: money(line.amount.amount - (kept[index]?.amount.amount ?? 0), currency),
    commission: money(line.commission.amount - (kept[index]?.commission.amount ?? 0), currency),
  }))
  return { given, kept: kept.filter(({ amount }) => amount.amount > 0) }
}
