const written = /^(0|[1-9]\d{0,12})(?:\.(\d{1,2}))?$/

/** Click's decimal soʻm as whole tiyin; null for any text that is not exactly such a sum. Never through a float. */
export function parseSom(text: string): number | null {
  const [, whole, rest = ''] = written.exec(text) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(rest.padEnd(2, '0'))
}

/** Tiyin as soʻm with two decimals: 15000000 is `150000.00`. */
export const writeSom = (tiyin: number): string => `${Math.trunc(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`
