const lengths = new Set([8, 12, 13, 14])

/**
 * GS1's check digit: from the right, digits weigh 3 and 1 in turn. Spaces and hyphens are how people write it; null for
 * anything that is no GTIN-8, -12, -13 or -14.
 */
export function readGtin(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits) || !lengths.has(digits.length) || /^0+$/.test(digits)) return null
  const sum = [...digits]
    .reverse()
    .slice(1)
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : null
}

/** A GTIN-12 and the GTIN-13 with a zero before it are one number: all ways to write it. */
export function gtinForms(gtin: string): string[] {
  const bare = gtin.replace(/^0+/, '')
  return [...lengths].filter((length) => length >= bare.length).map((length) => bare.padStart(length, '0'))
}
