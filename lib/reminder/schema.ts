import { z } from 'zod'

/** Of the words at the account: whoever agreed to other words is asked again. */
export const REMINDER_VERSION = '2026-11'

export const reminderEmailSchema = z.email().max(200)

const HOUR = 3_600_000
/** How long a cart is left alone before each letter. */
export const reminderAfter = [4 * HOUR, 72 * HOUR] as const

const TASHKENT = 5 * HOUR
/** Between nine in the evening and nine in the morning nobody is written to. */
export function isQuiet(at: Date): boolean {
  const hour = new Date(at.getTime() + TASHKENT).getUTCHours()
  return hour >= 21 || hour < 9
}
