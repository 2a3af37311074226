export type Currency = 'UZS' | 'USD'

/** `amount` counts whole minor units (tiyin, cents); stored as BIGINT, exact up to 2^53. */
export type Money = { readonly amount: number; readonly currency: Currency }

/** On the wire: minor units as text, so that no JSON reader rounds them. */
export type WireMoney = { amount: string; currency: Currency }

export const money = (amount: number, currency: Currency): Money => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of minor units: ${amount}`)
  return { amount: amount === 0 ? 0 : amount, currency }
}

export const toWire = ({ amount, currency }: Money): WireMoney => ({ amount: String(amount), currency })

export const fromWire = ({ amount, currency }: WireMoney): Money => money(Number(amount), currency)

export const sum = (items: readonly Money[], currency: Currency): Money =>
  money(
    items.reduce((total, item) => total + same(item, currency).amount, 0),
    currency,
  )

export const minus = (a: Money, b: Money): Money => money(a.amount - same(b, a.currency).amount, a.currency)

export const times = (price: Money, quantity: number): Money => money(price.amount * quantity, price.currency)

/** 1000 basis points = 10 %. Rounds half away from zero, exactly (BigInt, no floating point). */
export const share = ({ amount, currency }: Money, basisPoints: number): Money => {
  const product = BigInt(Math.abs(amount)) * BigInt(basisPoints)
  const rounded = Number((product + 5_000n) / 10_000n)
  return money(amount < 0 ? -rounded : rounded, currency)
}

/**
 * Splits without losing a unit: each part gets its floor, the rest goes one by one to the largest fractions.
 * Weights are whole and not negative; all zero counts as equal.
 */
export const allocate = ({ amount, currency }: Money, weights: readonly number[]): Money[] => {
  if (weights.length === 0) throw new RangeError('Nothing to allocate to')
  const sign = amount < 0 ? -1 : 1
  const whole = BigInt(Math.abs(amount))
  const given = weights.map(BigInt)
  const total = given.reduce((a, b) => a + b, 0n)
  const shares = total === 0n ? given.map(() => 1n) : given
  const base = total === 0n ? BigInt(weights.length) : total
  const parts = shares.map((weight) => (whole * weight) / base)
  const left = Number(whole - parts.reduce((a, b) => a + b, 0n))
  const lucky = new Set(
    shares
      .map((weight, index) => ({ index, rest: (whole * weight) % base }))
      .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
      .slice(0, left)
      .map(({ index }) => index),
  )
  return parts.map((part, index) => money(sign * (Number(part) + (lucky.has(index) ? 1 : 0)), currency))
}

const same = (item: Money, currency: Currency) => {
  if (item.currency !== currency) throw new TypeError(`Cannot mix ${item.currency} with ${currency}`)
  return item
}
