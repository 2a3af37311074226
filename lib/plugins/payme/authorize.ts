import { createHash, timingSafeEqual } from 'node:crypto'
import type { MerchantKey } from './merchant-key'

const digest = (text: string) => createHash('sha256').update(text).digest()
/** Compared as digests: of one length, whatever was given. */
const same = (given: string, expected: Buffer) => timingSafeEqual(digest(given), expected)

/** Login and key are split at the first colon and both compared in constant time, whatever their lengths. */
export function isAuthorized(header: string | null, login: string, key: MerchantKey | undefined): boolean {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header?.trim() ?? '')?.[1]
  if (!encoded || !key) return false
  const given = Buffer.from(encoded, 'base64').toString()
  const colon = given.indexOf(':')
  const loginFits = same(given.slice(0, Math.max(colon, 0)), digest(login))
  const keyFits = same(key.salt + given.slice(colon + 1), Buffer.from(key.sha256, 'hex'))
  return colon >= 0 && loginFits && keyFits
}
