import type { QuotedParcel } from './events'
import type { ParcelCuts } from './price-parcels'

/** 1 000 soʻm: no provider takes a payment of nothing, and a line that costs nothing could not be given back in parts. */
export const LEAST_PAID = 100_000

const keep = ({ discount, subsidy }: { discount: number; subsidy: number }, gross: number) => {
  const kept = Math.max(0, Math.min(discount, gross - LEAST_PAID))
  return {
    discount: kept,
    subsidy: kept === discount ? subsidy : Number((BigInt(subsidy) * BigInt(kept)) / BigInt(discount)),
  }
}

/** However much a coupon gives, something of each line is left to pay. */
export const keepPayable = (cuts: readonly ParcelCuts[], parcels: readonly QuotedParcel[]): ParcelCuts[] =>
  cuts.map(({ lines, delivery }, at) => ({
    delivery,
    lines: lines.map((cut, index) => {
      const line = parcels[at]?.lines[index]
      return keep(cut, line ? line.price.amount * line.quantity : 0)
    }),
  }))
