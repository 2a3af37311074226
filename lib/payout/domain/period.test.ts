import { expect, test } from 'vitest'
import { periodOf } from './period'

const at = (text: string) => new Date(text)

test.each([
  ['weekly', '2026-11-16T00:00:00+05:00', 'weekly:2026-11-16'],
  ['weekly', '2026-11-22T23:59:59+05:00', 'weekly:2026-11-16'],
  ['weekly', '2026-11-23T00:00:00+05:00', 'weekly:2026-11-23'],
  ['biweekly', '2026-11-24T12:00:00+05:00', periodOf('biweekly', at('2026-11-24T12:00:00+05:00'))],
  ['monthly', '2026-11-30T23:59:59+05:00', 'monthly:2026-11-01'],
  ['monthly', '2026-12-01T00:00:00+05:00', 'monthly:2026-12-01'],
  ['manual', '2026-11-21T01:00:00+05:00', 'manual:2026-11-21'],
] as const)('%s: %s belongs to %s', (every, moment, period) => {
  expect(periodOf(every, at(moment))).toBe(period)
})

test('fourteen days in a row fall into at most two fortnights', () => {
  const days = Array.from({ length: 14 }, (_, day) => periodOf('biweekly', new Date(Date.UTC(2026, 10, 3 + day))))
  expect(new Set(days).size).toBeLessThanOrEqual(2)
  expect(days[0]?.slice(0, 9)).toBe('biweekly:')
})
