import { UsageError } from './usage-error'

/** `2026-12-01` is its midnight in Tashkent; a full RFC 3339 time is itself. */
export function moment(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined
  const time = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+05:00` : text)
  if (Number.isNaN(time.getTime())) throw new UsageError(`--${flag} is a date, such as 2026-12-01`)
  return time.toISOString()
}
