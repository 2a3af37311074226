import { formatRange } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { writeRange } from '@/lib/kernel/number-range'
import type { Facet } from '../schema'

export type NumberCount = { number: number; count: number }

const BARS = 12
/** Numbers so many times apart are told by their size, not by their distance. */
const FAR = 20

function placesOf(low: number, high: number): (number: number) => number {
  const scale = low > 0 && high / low >= FAR ? Math.log : (number: number) => number
  const width = scale(high) - scale(low)
  return (number) => Math.min(BARS - 1, Math.floor((BARS * (scale(number) - scale(low))) / width))
}

/** Bars from the least number to the greatest; each begins and ends with numbers that there are, so no two share goods. */
export function numberFacet(
  counted: readonly NumberCount[],
  unit: string | null,
  locale: Locale,
): Pick<Facet, 'values' | 'range'> | null {
  const sorted = [...counted].sort((a, b) => a.number - b.number)
  const min = sorted[0]?.number
  const max = sorted.at(-1)?.number
  if (min === undefined || max === undefined) return null
  const placeOf = placesOf(min, max)
  const bars = new Map<number, { from: number; to: number; count: number }>()
  for (const [at, { number, count }] of sorted.entries()) {
    const place = sorted.length <= BARS ? at : placeOf(number)
    const bar = bars.get(place)
    bars.set(place, { from: bar?.from ?? number, to: number, count: (bar?.count ?? 0) + count })
  }
  const values = [...bars.values()].map(({ count, ...ends }) => ({
    value: writeRange(ends) ?? '',
    label: formatRange(ends.from, ends.to, unit, locale),
    count,
    colour: null,
  }))
  return { values, range: { min, max, unit } }
}
