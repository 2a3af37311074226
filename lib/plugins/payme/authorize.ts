import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

/** Login and key are split at the first colon and both compared in constant time, whatever their lengths. */
export function isAuthorized(header: string | null, login: string, key: string | undefined): boolean {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header?.trim() ?? '')?.[1]
  if (!encoded || !key) return false
  const given = Buffer.from(encoded, 'base64').toString()
  const colon = given.indexOf(':')
  const [loginFits, keyFits] = [same(given.slice(0, colon), login), same(given.slice(colon + 1), key)]
  return colon >= 0 && loginFits && keyFits
}

export const paymeKey = (): string | undefined => env.PAYME_KEY ?? demoKey('payme')

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function listed(list: readonly string[], address: string): boolean {
  const block = new BlockList()
  for (const entry of list) {
    const [base = '', bits] = entry.split('/')
    if (bits) block.addSubnet(base, Number(bits), familyOf(base))
    else block.addAddress(base, familyOf(base))
  }
  return isIP(address) > 0 && block.check(address, familyOf(address))
}

/** Defence in depth beside the key. An empty list admits everybody in a demo and nobody in production. */
export const isAdmitted = (address: string): boolean =>
  env.PAYME_ALLOW_IPS.length === 0 ? env.APP_ENV === 'demo' : listed(env.PAYME_ALLOW_IPS, address)
