import { allocate, type Currency, type Money, minus, money, share, sum, times } from '@/lib/kernel/money'
import { commissionAmount } from './commission'
import type { PlacedLine, PlacedParcel, QuotedLine, QuotedParcel } from './events'

/** Minor units; `subsidy` is the market's part of the discount beside it. */
type Cut = { discount: number; subsidy: number }
/** What a coupon takes off one parcel: line by line, and off its delivery fee. */
export type ParcelCuts = { lines: readonly Cut[]; delivery: Cut }

const nothing: Cut = { discount: 0, subsidy: 0 }

const gross = (line: QuotedLine) => times(line.price, line.quantity)

/** The commission counts from what the goods are worth to the shop, whoever pays for them. */
function priceLine(line: QuotedLine, cut: Cut): PlacedLine {
  const { currency } = line.price
  const discount = money(cut.discount, currency)
  const worth = money(gross(line).amount - cut.discount + cut.subsidy, currency)
  const { commissionRule: rule, commissionBp } = line
  const commission = rule ? commissionAmount(rule, worth, line.quantity) : share(worth, commissionBp)
  return { ...line, discount, ...(cut.subsidy > 0 && { subsidy: money(cut.subsidy, currency) }), commission }
}

function priceParcel({ lines: quoted, ...head }: QuotedParcel, cuts: ParcelCuts, currency: Currency): PlacedParcel {
  const add = (amounts: Money[]) => sum(amounts, currency)
  const lines = quoted.map((line, index) => priceLine(line, cuts.lines[index] ?? nothing))
  const itemsTotal = add(lines.map(gross))
  const discount = add(lines.map((line) => line.discount))
  const delivery = minus(head.delivery, money(cuts.delivery.discount, currency))
  const subsidy = lines.reduce((all, line) => all + (line.subsidy?.amount ?? 0), cuts.delivery.subsidy)
  return {
    ...head,
    delivery,
    ...(cuts.delivery.discount > 0 && { deliveryDiscount: money(cuts.delivery.discount, currency) }),
    ...(cuts.delivery.subsidy > 0 && { deliverySubsidy: money(cuts.delivery.subsidy, currency) }),
    itemsTotal,
    discount,
    total: add([minus(itemsTotal, discount), delivery]),
    ...(subsidy > 0 && { subsidy: money(subsidy, currency) }),
    commission: add(lines.map((line) => line.commission)),
    lines,
  }
}

/** Over all lines by their worth, so that the parts add up to what was paid, to the tiyin. */
function divide(parcels: readonly QuotedParcel[], discount: number, currency: Currency): ParcelCuts[] {
  const all = parcels.flatMap(({ lines }) => lines)
  const parts = allocate(
    money(discount, currency),
    all.map((line) => gross(line).amount),
  )
  let from = 0
  return parcels.map(({ lines }) => {
    const own = parts.slice(from, from + lines.length)
    from += lines.length
    return { lines: own.map(({ amount }) => ({ discount: amount, subsidy: 0 })), delivery: nothing }
  })
}

/** `off`: a discount for the whole order, borne by its shops, or what a coupon takes off each part of it. */
export function priceParcels(
  parcels: readonly QuotedParcel[],
  off: number | readonly ParcelCuts[],
  currency: Currency,
): PlacedParcel[] {
  const cuts = typeof off === 'number' ? divide(parcels, off, currency) : off
  return parcels.map((parcel, index) => priceParcel(parcel, cuts[index] ?? { lines: [], delivery: nothing }, currency))
}
