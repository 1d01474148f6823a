import { BlockList, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * IPv6 global unicast (RFC 4291) and IPv4-mapped addresses. Parsed by Node, because ipaddr.js mistakes the
 * IPv4-compatible `::8.8.8.8` for the mapped `::ffff:8.8.8.8`.
 */
const ASSIGNED = new BlockList()
ASSIGNED.addSubnet('2000::', 3, 'ipv6')
ASSIGNED.addSubnet('::ffff:0:0', 96, 'ipv6')

/**
 * Whether an address is on the public internet: not loopback, private, a cloud's metadata host, or any of these as IPv6
 * or through NAT64, 6to4 or Teredo.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || (isIPv6(address) && !ASSIGNED.check(address, 'ipv6'))) return false
  return ipaddr.process(address).range() === 'unicast'
}
