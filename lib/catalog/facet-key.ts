import { isWithin, type NumberRange, readRange } from '@/lib/kernel/number-range'
import { bucketOf, bucketsOf, innerBucketsOf } from './number-buckets'

const LONGEST = 60

/** `colour` and `cobalt` → `colour=cobalt`: how a product carries a value that it can be filtered by. */
export const facetKey = (code: string, value: string): string => `${code}=${value}`

/** The code and the value of a key; codes have no sign of equality. */
export const splitFacet = (key: string): [code: string, value: string] => {
  const at = key.indexOf('=')
  return [key.slice(0, at), key.slice(at + 1)]
}

const plainNumber = /^-?\d{1,12}(?:\.\d{1,6})?$/
const bucketKey = (code: string, bucket: string) => `${code}~${bucket}`

/**
 * Everything that a product can be filtered by: what it is, and what its variants can be chosen by. Sorted, each once. A
 * number of `ranged` attributes stands in a bucket, too, so that the index of all the others finds ranges.
 */
export function facetsOf(
  attributes: Readonly<Record<string, unknown>>,
  options: readonly (readonly [string, string])[],
  ranged: ReadonlySet<string>,
): string[] {
  const own = Object.entries(attributes).flatMap(([code, value]) =>
    [value].flat().map((one): [string, string] => [code, String(one)]),
  )
  const told = [...own, ...options].filter(([, value]) => value !== '' && value.length <= LONGEST)
  const numbers = told.filter(([code, value]) => ranged.has(code) && plainNumber.test(value))
  const buckets = numbers.map(([code, value]) => bucketKey(code, bucketOf(Number(value))))
  return [...new Set([...told.map(([code, value]) => facetKey(code, value)), ...buckets])].sort()
}

/** The number that a value of an attribute is; null: it is none. */
export const numberIn = (value: string): number | null => (plainNumber.test(value) ? Number(value) : null)

/** `inner`: buckets whose goods all fit; what else stands in `buckets` may. */
export type AskedValues = { keys: string[]; ranges: NumberRange[]; buckets: string[]; inner: string[] }

/** What values of one attribute ask for: each as it is written, and ranges of numbers among them. */
export function askedOf(code: string, values: readonly string[]): AskedValues {
  const ranges = values.flatMap((value) => readRange(value) ?? [])
  const keysOf = (buckets: readonly string[]) => [...new Set(buckets)].map((bucket) => bucketKey(code, bucket))
  return {
    keys: values.map((value) => facetKey(code, value)),
    ranges,
    buckets: keysOf(ranges.flatMap(bucketsOf)),
    inner: keysOf(ranges.flatMap(innerBucketsOf)),
  }
}

/** Does a product that bears a key pass a filter? */
export function isAsked(code: string, { keys, ranges }: AskedValues): (key: string) => boolean {
  const literal = new Set(keys)
  return (key) => {
    if (literal.has(key)) return true
    const [own, value] = splitFacet(key)
    const number = ranges.length > 0 && own === code ? numberIn(value) : null
    return number !== null && ranges.some((range) => isWithin(range, number))
  }
}
