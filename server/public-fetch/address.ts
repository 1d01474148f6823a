import ipaddr from 'ipaddr.js'

/**
 * Whether an address is one that everybody can reach: not loopback, not a private network's, not a cloud's metadata
 * host, nor any of these written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
