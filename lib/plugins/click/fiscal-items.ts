export type FiscalLine = {
  title: string
  /** Of one, in tiyin. */
  price: number
  quantity: number
  /** Of the whole line, in tiyin. */
  discount: number
  ikpu: string | undefined
  packageCode: string | undefined
  /** Whose sale it is. */
  seller: { TIN: string } | { PINFL: string } | undefined
}

type FiscalItem = {
  Name: string
  SPIC: string
  PackageCode: string
  GoodPrice: number
  /** Click wants the line's total where Payme wants the price of one. */
  Price: number
  Amount: number
  VAT: number
  VATPercent: number
  Discount?: number
  CommissionInfo: { TIN: string } | { PINFL: string }
}

const NAME_LENGTH = 63

/** The part of a price that is tax, rounded half up, without a float. */
const vatWithin = (price: number, percent: number): number => {
  const [whole, parts] = [BigInt(price) * BigInt(percent), BigInt(100 + percent)]
  return Number((whole * 2n + parts) / (parts * 2n))
}

/** In tiyin. Null where a line misses a code or its seller's number, or the lines are not the amount to the tiyin. */
export function fiscalItems(lines: readonly FiscalLine[], amount: number, vatPercent: number): FiscalItem[] | null {
  const items: FiscalItem[] = []
  for (const { title, price, quantity, discount, ikpu, packageCode, seller } of lines) {
    if (!ikpu || !packageCode || !seller) return null
    items.push({
      Name: title.slice(0, NAME_LENGTH),
      SPIC: ikpu,
      PackageCode: packageCode,
      GoodPrice: price,
      Price: price * quantity,
      Amount: quantity,
      VAT: vatWithin(price * quantity - discount, vatPercent),
      VATPercent: vatPercent,
      ...(discount > 0 ? { Discount: discount } : {}),
      CommissionInfo: seller,
    })
  }
  const sum = lines.reduce((total, { price, quantity, discount }) => total + price * quantity - discount, 0)
  return items.length > 0 && sum === amount ? items : null
}
