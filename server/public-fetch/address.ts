import { BlockList, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * All that IPv6 has assigned for hosts (RFC 4291, IANA), and IPv4-mapped addresses. Node reads them, because ipaddr.js
 * takes the IPv4-compatible `::8.8.8.8`, which goes elsewhere, for the mapped `::ffff:8.8.8.8`.
 */
const ASSIGNED = new BlockList()
ASSIGNED.addSubnet('2000::', 3, 'ipv6')
ASSIGNED.addSubnet('::ffff:0:0', 96, 'ipv6')

/**
 * Whether an address is one that everybody can reach: not loopback, not a private network's, not a cloud's metadata
 * host, nor any of these written as IPv6 or reached through a translation or a tunnel (NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || (isIPv6(address) && !ASSIGNED.check(address, 'ipv6'))) return false
  return ipaddr.process(address).range() === 'unicast'
}
