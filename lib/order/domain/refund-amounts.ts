import { allocate, type Currency, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ItemCount, RefundedLine } from './events'
import { type LineState, leftOf, type ParcelState } from './state'

export type Asked =
  | { all: true }
  /** `delivery`: what is left of the delivery fee goes back as well. */
  | { items: ItemCount[]; delivery?: boolean | undefined }
  | { amount: number }

export type Computed = { lines: RefundedLine[]; delivery: number; deliverySubsidy: number }

/** The first `quantity` of `of` equal parts, the larger ones first: any way of taking all of them takes all of it. */
const take = (whole: number, of: number, quantity: number): number =>
  Math.floor(whole / of) * quantity + Math.min(quantity, whole % of)

/** What goes with `part` of `whole`; the last part takes what is left of it. More never gets less. */
const along = (commission: number, part: number, whole: number, currency: Currency): number =>
  part === whole
    ? commission
    : (allocate(money(commission, currency), [part, whole - part])[0] ?? money(0, currency)).amount

/** Orders without a coupon of the market's know nothing of it. */
const subsidized = (subsidy: number, currency: Currency) => (subsidy > 0 ? { subsidy: money(subsidy, currency) } : {})

const lineOf = (line: Pick<LineState, 'lineId'>, currency: Currency, back: LineState['back']): RefundedLine => ({
  lineId: line.lineId,
  quantity: back.quantity,
  amount: money(back.amount, currency),
  ...subsidized(back.subsidy, currency),
  commission: money(back.commission, currency),
})

type Left = { amount: number; subsidy: number; commission: number }

/** The part of a line that goes with `amount` of its money: what it is worth and its commission are divided alike. */
function partOf(left: Left, amount: number, divide: (whole: number) => number): Left {
  if (amount === left.amount) return left
  return { amount, subsidy: divide(left.amount + left.subsidy) - amount, commission: divide(left.commission) }
}

const unitsLeft = ({ quantity, back }: LineState) => quantity - back.quantity

/** What was withheld from worn goods is not part of the price of the others. */
const worth = ({ paid, subsidy, commission, back, kept }: LineState): Left => ({
  amount: Math.max(0, paid - back.amount - kept.amount),
  subsidy: Math.max(0, subsidy - back.subsidy - kept.subsidy),
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
    const whole = worth(line)
    const divide = (amount: number) => take(amount, left, quantity)
    refunded.push(lineOf(line, currency, { quantity, ...partOf(whole, divide(whole.amount), divide) }))
  }
  return ok(refunded)
}

const leftOn = ({ paid, subsidy, commission, back }: LineState): Left => ({
  amount: paid - back.amount,
  subsidy: subsidy - back.subsidy,
  commission: commission - back.commission,
})

const rest = (parcel: ParcelState, currency: Currency): RefundedLine[] =>
  parcel.lines
    .map((line) => ({ line, back: { quantity: unitsLeft(line), ...leftOn(line) } }))
    .filter(({ back }) => back.quantity > 0 || back.amount > 0)
    .map(({ line, back }) => lineOf(line, currency, back))

/** Over the lines by their worth; the delivery fee only when the goods are not enough. */
function byAmount(parcel: ParcelState, amount: number, currency: Currency): Omit<Computed, 'deliverySubsidy'> {
  const wholes = parcel.lines.map(leftOn)
  const lefts = wholes.map((left) => left.amount)
  const goods = Math.min(
    amount,
    lefts.reduce((sum, left) => sum + left, 0),
  )
  const parts = allocate(money(goods, currency), lefts).map((part) => part.amount)
  const lines = parcel.lines.map((line, index) => {
    const [part, whole] = [parts[index] ?? 0, wholes[index] ?? leftOn(line)]
    const back = partOf(whole, part, (of) => along(of, part, whole.amount, currency))
    return lineOf(line, currency, { quantity: 0, ...back })
  })
  return { lines: lines.filter((line) => line.amount.amount > 0), delivery: amount - goods }
}

/** What the market paid of the fee goes back with the fee; with all of a parcel where the buyer paid none. */
function withSubsidy(parcel: ParcelState, { lines, delivery }: Omit<Computed, 'deliverySubsidy'>, currency: Currency) {
  const [fee, subsidy] = [parcel.delivery - parcel.deliveryBack, parcel.deliverySubsidy - parcel.deliverySubsidyBack]
  const all = lines.reduce((sum, { amount }) => sum + amount.amount, delivery) === leftOf(parcel)
  const deliverySubsidy = all ? subsidy : delivery === 0 ? 0 : along(subsidy, delivery, fee, currency)
  return ok<Computed>({ lines, delivery, deliverySubsidy })
}

/** What one refund gives back, line by line. All refunds of a parcel add up to what was paid for it, to the tiyin. */
export function refundAmounts(parcel: ParcelState, asked: Asked, currency: Currency): Result<Computed, Refusal> {
  const deliveryLeft = parcel.delivery - parcel.deliveryBack
  if ('all' in asked) return withSubsidy(parcel, { lines: rest(parcel, currency), delivery: deliveryLeft }, currency)
  if ('amount' in asked) {
    const left = leftOf(parcel)
    if (asked.amount > left) return fail('refund-too-large', { left: { amount: String(left), currency } })
    return withSubsidy(parcel, byAmount(parcel, asked.amount, currency), currency)
  }
  const lines = byItem(parcel, asked.items, currency)
  if (!lines.ok) return lines
  return withSubsidy(parcel, { lines: lines.value, delivery: asked.delivery ? deliveryLeft : 0 }, currency)
}

const minorOf = ({ amount, subsidy, commission }: RefundedLine): Left => ({
  amount: amount.amount,
  subsidy: subsidy?.amount ?? 0,
  commission: commission.amount,
})

const nothing: Left = { amount: 0, subsidy: 0, commission: 0 }

/** Withholds `deduction` from computed lines, by their worth; subsidy and commission follow the money. */
export function withhold(lines: readonly RefundedLine[], deduction: number, currency: Currency) {
  const amounts = lines.map(({ amount }) => amount.amount)
  const parts = lines.length === 0 ? [] : allocate(money(deduction, currency), amounts)
  const divided = lines.map((line, index) => {
    const [whole, part] = [minorOf(line), parts[index]?.amount ?? 0]
    const kept = part === 0 ? nothing : partOf(whole, part, (of) => along(of, part, whole.amount, currency))
    const given = {
      amount: whole.amount - kept.amount,
      subsidy: whole.subsidy - kept.subsidy,
      commission: whole.commission - kept.commission,
    }
    return {
      given: lineOf(line, currency, { quantity: line.quantity, ...given }),
      kept: lineOf(line, currency, { quantity: 0, ...kept }),
    }
  })
  const kept = divided.map(({ kept: { quantity: _, ...own } }) => own).filter(({ amount }) => amount.amount > 0)
  return { given: divided.map(({ given }) => given), kept }
}
