/** Both ends belong to it; an end that is null is open. */
export type NumberRange = { from: number | null; to: number | null }

const number = String.raw`-?\d{1,12}(?:\.\d{1,6})?`
const written = new RegExp(`^(${number})?\\.\\.(${number})?$`)

/** A number as people type it: `1 500`, `0,7`, `2000 W`. Null: there is none. */
export function readNumber(typed: string): number | null {
  const bare = typed.replace(/[\s']/g, '').replace('−', '-')
  const pointed = bare.includes('.') ? bare.replaceAll(',', '') : bare.replace(',', '.')
  const found = new RegExp(`^${number}(?!\\d)`).exec(pointed)?.[0]
  return found === undefined ? null : Number(found) + 0
}

/** `1000..2000`, as it stands in an address among the values of an attribute; whoever mixes the ends up means what lies between. */
export function writeRange({ from, to }: NumberRange): string | null {
  if (from === null && to === null) return null
  const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to]
  return `${low ?? ''}..${high ?? ''}`
}

/** Null: it is a value, not a range. */
export function readRange(value: string): NumberRange | null {
  const [, one, other] = written.exec(value) ?? []
  if (one === undefined && other === undefined) return null
  const from = one === undefined ? null : Number(one)
  const to = other === undefined ? null : Number(other)
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

export const isWithin = ({ from, to }: NumberRange, value: number): boolean =>
  (from === null || value >= from) && (to === null || value <= to)

const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
/** From the smallest that is told apart: what lies below it, less than nothing too, is together, and so is the greatest. */
const edges = Array.from({ length: 12 }, (_, at) => at - 3).flatMap((power) =>
  steps.map((step) => Number(`${step}e${power}`)),
)

const bucketAt = (value: number): number => edges.findLastIndex((edge) => edge <= value)
const nameOf = (at: number): string => String(edges[at] ?? '')

/** The same ladder for every attribute: what stands on a step needs no other product to know it. */
export const bucketOf = (value: number): string => nameOf(bucketAt(value))

/** All buckets that a range touches. */
export function bucketsOf({ from, to }: NumberRange): string[] {
  const first = from === null ? -1 : bucketAt(from)
  const last = to === null ? edges.length - 1 : bucketAt(to)
  return Array.from({ length: last - first + 1 }, (_, at) => nameOf(first + at))
}
