import { randomBytes } from 'node:crypto'

/** `ord_0198…`: the prefix is in the type, so an order's id cannot be passed for a shop's. */
export type Id<Prefix extends string> = `${Prefix}_${string}`

/** Time first, so new rows land at the end of the index; 80 random bits behind it. */
export const newId = <Prefix extends string>(prefix: Prefix): Id<Prefix> =>
  `${prefix}_${Date.now().toString(16).padStart(12, '0')}${randomBytes(10).toString('hex')}`
