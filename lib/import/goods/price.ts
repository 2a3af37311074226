import { fail, ok, type Result } from '@/lib/kernel/result'

type Decimal = { digits: bigint; places: number }

function decimal(text: string): Decimal | null {
  const found = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (!found) return null
  const fraction = found[2] ?? ''
  return { digits: BigInt(`${found[1]}${fraction}`), places: fraction.length }
}

export const isRate = (rate: string): boolean => (decimal(rate)?.digits ?? 0n) > 0n

/** A price times a rate in soʻm, as whole tiyin, rounded half up without a floating point; null: too much. */
function tiyinOf(price: Decimal, rate: Decimal): number | null {
  const scale = 10n ** BigInt(price.places + rate.places)
  const tiyin = Number((price.digits * rate.digits * 100n * 2n + scale) / (scale * 2n))
  return Number.isSafeInteger(tiyin) && tiyin <= 1e15 ? tiyin : null
}

const space = /[\s\u00a0\u202f]/g
const grouped = /^\d{1,3}([,.])\d{3}(?:\1\d{3})+$/
const mixed = /^\d{1,3}(?:([,.])\d{3})+(?!\1)[,.]\d{1,2}$/

/**
 * As people and shops write prices: `12650`, `12 650,50`, `1,234.50`. One separator with three digits behind it could
 * be thousands or thousandths, and nobody guesses a price; `pointOnly` is for formats that know only the point.
 */
export function readPrice(
  text: string,
  rate: string,
  pointOnly = false,
): Result<number, 'bad-price' | 'ambiguous-price' | 'zero-price'> {
  const plain = text.replace(space, '')
  if (!pointOnly && /^\d{1,3}[,.]\d{3}$/.test(plain)) return fail('ambiguous-price')
  const price = decimal(pointOnly ? plain : unified(plain))
  const times = decimal(rate)
  const tiyin = price && times ? tiyinOf(price, times) : null
  if (tiyin === null) return fail('bad-price')
  return tiyin === 0 ? fail('zero-price') : ok(tiyin)
}

function unified(text: string): string {
  if (grouped.test(text)) return text.replace(/[,.]/g, '')
  if (!mixed.test(text)) return text.replace(',', '.')
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  return `${text.slice(0, at).replace(/[,.]/g, '')}.${text.slice(at + 1)}`
}
