import { UsageError } from './usage-error'

/** `1500` or `1500.50` soʻm → tiyin, by digits. */
export function tiyin(soum: string | undefined, flag: string): number | undefined {
  if (soum === undefined) return undefined
  const [, whole = '', part = ''] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(soum) ?? []
  if (whole === '') throw new UsageError(`--${flag} is an amount in soʻm, such as 1500 or 1500.50`)
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
