import type { NumberRange } from '@/lib/kernel/number-range'

const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
/** From the smallest that is told apart: what lies below it, less than nothing too, is together, and so is the greatest. */
const edges = Array.from({ length: 12 }, (_, at) => at - 3).flatMap((power) =>
  steps.map((step) => Number(`${step}e${power}`)),
)

const bucketAt = (value: number): number => edges.findLastIndex((edge) => edge <= value)
const nameOf = (at: number): string => String(edges[at] ?? '')

/** The same ladder for every attribute: what stands on a step needs no other product to know it. */
export const bucketOf = (value: number): string => nameOf(bucketAt(value))

const namesOf = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => nameOf(first + at))

/** All buckets that a range touches. */
export const bucketsOf = ({ from, to }: NumberRange): string[] =>
  namesOf(from === null ? -1 : bucketAt(from), to === null ? edges.length - 1 : bucketAt(to))

/** Those of them that lie in it from edge to edge: what stands there need not be looked at. */
export function innerBucketsOf({ from, to }: NumberRange): string[] {
  const first = from === null ? -1 : edges.findIndex((edge) => edge >= from)
  const last = to === null ? edges.length - 1 : bucketAt(to) - 1
  return first < 0 && from !== null ? [] : namesOf(first, last)
}
