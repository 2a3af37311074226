import { UsageError } from './usage-error'

/** `12.5` per cent → 1250, by digits: 0.07 * 10000 is not a whole number in floating point. */
export function basisPoints(percent: string): number {
  const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent) ?? []
  const points = whole === '' ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  if (Number.isNaN(points) || points > 10_000) throw new UsageError('--percent is a number from 0 to 100, such as 12.5')
  return points
}
