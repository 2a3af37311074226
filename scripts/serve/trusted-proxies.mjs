import { BlockList, isIP } from 'node:net'

/**
 * Makes the forwarded headers of a request true: Next keeps what a client sends in them, and rate limits and address
 * lists depend on them.
 * @param {string} trusted addresses and networks of our own proxies
 * @returns {(request: import('node:http').IncomingMessage) => void}
 */
export function forwardedFrom(trusted) {
  const list = listOf(trusted)
  /** @param {string} address */
  const isTrusted = (address) => {
    const version = isIP(address)
    return version > 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
  return ({ headers, socket }) => {
    const peer = plain(socket.remoteAddress ?? '')
    const behindProxy = isTrusted(peer)
    const told = String(headers['x-forwarded-for'] ?? '')
    const chain = behindProxy ? [...told.split(',').map(plain).filter(isAddress), peer] : [peer]
    headers['x-forwarded-for'] = chain.findLast((address) => !isTrusted(address)) ?? chain[0]
    const claimed = behindProxy ? String(headers['x-forwarded-proto'] ?? '') : ''
    headers['x-forwarded-proto'] = claimed.split(',').at(-1)?.trim() === 'https' ? 'https' : 'http'
    if (!behindProxy || !headers['x-forwarded-host']) headers['x-forwarded-host'] = headers.host ?? ''
    delete headers['x-forwarded-port']
    delete headers['x-real-ip']
    delete headers.forwarded
  }
}

/** @param {string} text */
function listOf(text) {
  const list = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), family)
    else list.addAddress(address, family)
  }
  return list
}

/** @param {string} text */
const isAddress = (text) => isIP(text) > 0

/** @param {string} address */
const plain = (address) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
