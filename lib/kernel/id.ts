import { randomBytes } from 'node:crypto'

/** `ord_0198…`: the prefix is in the type, so an order's id cannot be passed for a shop's. */
export type Id<Prefix extends string> = `${Prefix}_${string}`

/** Time first, so new rows land at the end of the index; 80 random bits behind it. */
export const newId = <Prefix extends string>(prefix: Prefix): Id<Prefix> =>
  `${prefix}_${Date.now().toString(16).padStart(12, '0')}${randomBytes(10).toString('hex')}`

export const isId = <Prefix extends string>(prefix: Prefix, text: string): text is Id<Prefix> =>
  text.startsWith(`${prefix}_`) && /^[a-z]{3}_[0-9a-z]{1,40}$/.test(text)
