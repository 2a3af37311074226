import { allocate, type Currency, type Money, minus, money, share, sum, times } from '@/lib/kernel/money'
import { commissionAmount } from './commission'
import type { PlacedLine, PlacedParcel, QuotedLine, QuotedParcel } from './events'

const gross = (line: QuotedLine) => times(line.price, line.quantity)

function priceLine(line: QuotedLine, discount: Money): PlacedLine {
  const net = minus(gross(line), discount)
  const { commissionRule: rule, commissionBp } = line
  const commission = rule ? commissionAmount(rule, net, line.quantity) : share(net, commissionBp)
  return { ...line, discount, commission }
}

function priceParcel({ lines, ...head }: QuotedParcel, priced: PlacedLine[], currency: Currency): PlacedParcel {
  const itemsTotal = sum(lines.map(gross), currency)
  const discount = sum(
    priced.map((line) => line.discount),
    currency,
  )
  return {
    ...head,
    itemsTotal,
    discount,
    total: sum([minus(itemsTotal, discount), head.delivery], currency),
    commission: sum(
      priced.map((line) => line.commission),
      currency,
    ),
    lines: priced,
  }
}

/** Shares the discount over all lines by their worth, so that the parts add up to what was paid, to the tiyin. */
export function priceParcels(parcels: readonly QuotedParcel[], discount: number, currency: Currency): PlacedParcel[] {
  const all = parcels.flatMap(({ lines }) => lines)
  const shares = allocate(
    money(discount, currency),
    all.map((line) => gross(line).amount),
  )
  const priced = all.map((line, index) => priceLine(line, shares[index] ?? money(0, currency)))
  let from = 0
  return parcels.map((parcel) => {
    const own = priced.slice(from, from + parcel.lines.length)
    from += parcel.lines.length
    return priceParcel(parcel, own, currency)
  })
}
