import { BlockList, isIP } from 'node:net'
import { env } from '@/lib/kernel/env'

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function blockOf(list: readonly string[]): BlockList {
  const block = new BlockList()
  for (const entry of list) {
    const [base = '', bits] = entry.split('/')
    if (bits) block.addSubnet(base, Number(bits), familyOf(base))
    else block.addAddress(base, familyOf(base))
  }
  return block
}

const blocks = new WeakMap<readonly string[], BlockList>()

function listed(list: readonly string[], address: string): boolean {
  const block = blocks.get(list) ?? blockOf(list)
  blocks.set(list, block)
  return isIP(address) > 0 && block.check(address, familyOf(address))
}

/**
 * Defence in depth beside the key: addresses and networks of PAYME_ALLOW_IPS and CLICK_ALLOW_IPS. An empty list admits
 * everybody in a demo and nobody in production. `address`: the client's, as our listener wrote it (clientAddress).
 */
export function mayCallBack(provider: 'payme' | 'click', address: string): boolean {
  const list = provider === 'payme' ? env.PAYME_ALLOW_IPS : env.CLICK_ALLOW_IPS
  return list.length === 0 ? env.APP_ENV === 'demo' : listed(list, address)
}
