import type { VitalName } from './schema'

// Each step is 5 % more than the one before: fine enough to compare, few enough to keep.
const STEP = Math.log(1.05)
const scaleOf = (name: VitalName) => (name === 'CLS' ? 1000 : 1)

/** The place of a value on the scale; below one millisecond, or a thousandth of CLS, is 0. */
export const bucketOf = (name: VitalName, value: number): number => {
  const scaled = value * scaleOf(name)
  return scaled < 1 ? 0 : Math.round(Math.log(scaled) / STEP) + 1
}

/** The middle of a place, at most 2.5 % beside the value that was measured. */
export const valueAt = (name: VitalName, bucket: number): number => {
  if (bucket === 0) return 0
  const value = Math.exp((bucket - 1) * STEP)
  return name === 'CLS' ? Math.round(value) / 1000 : Math.round(value)
}
