import { isIP } from 'node:net'

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/** Our listener (scripts/serve.mjs) writes this header anew from socket and TRUSTED_PROXIES: one entry, the client. */
export const clientAddress = (request: Request): string =>
  plain(request.headers.get('x-forwarded-for')?.split(',').at(-1) ?? 'unknown')

export const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')

/** One customer's line gets a whole IPv6 /64; counting single addresses would count nobody. */
export const limitedAs = (address: string) =>
  isIP(address) === 6 ? `${address.split('::')[0]?.split(':').slice(0, 4).join(':')}::/64` : address
