/** The VAT inside a commission that includes it: rounds half up, exactly. */
export function vatInside(commission: number, vatBp: number): number {
  const base = BigInt(10_000 + vatBp)
  const rounded = (2n * BigInt(Math.abs(commission)) * BigInt(vatBp) + base) / (2n * base)
  return Number(commission < 0 ? -rounded : rounded)
}

export const vatRule = 'round(commission × vatBp / (10000 + vatBp))'
