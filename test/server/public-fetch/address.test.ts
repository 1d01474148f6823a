import { isPublicAddress } from '../../../server/public-fetch/address'

const PUBLIC = [
  ['8.8.8.8', 'a public host'],
  ['::ffff:8.8.8.8', 'the same, mapped'],
  ['2001:4860:4860::8888', 'a public host'],
  ['2400:3200::1', 'a public host'],
  ['2606:4700::1111', 'a public host'],
  ['2000::1', 'the first of 2000::/3'],
  ['3ffe:ffff::1', 'of 2000::/3'],
] as const

const NOT_PUBLIC = [
  ['127.0.0.1', 'loopback'],
  ['127.8.8.8', 'loopback'],
  ['0.0.0.0', 'unspecified'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['169.254.169.254', 'link-local: metadata of a cloud'],
  ['192.0.2.1', 'documentation'],
  ['198.18.0.1', 'benchmarking'],
  ['224.0.0.1', 'multicast'],
  ['255.255.255.255', 'broadcast'],
  ['::ffff:127.0.0.1', 'loopback, mapped'],
  ['::ffff:7f00:1', 'loopback, mapped'],
  ['::ffff:169.254.169.254', 'link-local, mapped'],
  ['::ffff:0:127.0.0.1', 'loopback, translated'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::127.0.0.1', 'loopback, IPv4-compatible'],
  ['::169.254.169.254', 'link-local, IPv4-compatible'],
  ['::8.8.8.8', 'IPv4-compatible'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b::8.8.8.8', 'NAT64'],
  ['64:ff9b:1::1', 'NAT64 of a network’s own'],
  ['100::1', 'discard only'],
  ['100:0:0:1::1', 'below 2000::/3'],
  ['1fff:ffff::1', 'the last below 2000::/3'],
  ['2001::1', 'Teredo'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['2001:2::1', 'benchmarking'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['2002:7f00:1::', '6to4'],
  ['2002:808:808::1', '6to4'],
  ['4000::1', 'the first above 2000::/3'],
  ['5f00::1', 'segment routing'],
  ['8000::1', 'not assigned'],
  ['fc00::1', 'unique local'],
  ['fd00::1', 'unique local'],
  ['fe00::1', 'not assigned'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['localhost', 'no address'],
  ['', 'no address'],
] as const

test.each(PUBLIC)('%s is public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each(NOT_PUBLIC)('%s is not: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
