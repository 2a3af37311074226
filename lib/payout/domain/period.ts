export type Frequency = 'weekly' | 'biweekly' | 'monthly' | 'manual'

const DAY = 86_400_000
// Uzbekistan keeps UTC+5 all the year.
const TASHKENT = 5 * 3_600_000
// A Monday: weeks are counted from here, in Tashkent's calendar.
const FIRST_MONDAY = Date.UTC(1970, 0, 5)

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

function startOf(every: Frequency, local: number): number {
  const date = new Date(local)
  if (every === 'monthly') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  const length = every === 'weekly' ? 7 * DAY : every === 'biweekly' ? 14 * DAY : DAY
  return local - ((((local - FIRST_MONDAY) % length) + length) % length)
}

/** The period that a moment belongs to, named by its first day in Tashkent: `weekly:2026-11-16`. Manual ones last a day. */
export const periodOf = (every: Frequency, at: Date): string =>
  `${every}:${isoDay(startOf(every, at.getTime() + TASHKENT))}`
