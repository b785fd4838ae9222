import { BlockList, isIP } from 'node:net';

/** Addresses of this machine, of private and shared networks, and those that are no single host on the internet (RFC 6890 and its registries). */
const ipv4Ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];

/** All but what is handed out for the internet (2000::/3), and of that what carries IPv4 addresses or stands in documents. */
const ipv6Ranges: readonly (readonly [string, number])[] = [
  ['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
];

const listOf = (ranges: typeof ipv4Ranges, family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
};

/** Two lists, for one would look for IPv4 addresses among those of IPv6 as well. */
const specialIpv4 = listOf(ipv4Ranges, 'ipv4');
const specialIpv6 = listOf(ipv6Ranges, 'ipv6');

/** Is it the address of a host on the open internet? What is no address at all is not. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !specialIpv4.check(address, 'ipv4');
    case 6:
      // With a zone ("fe80::1%eth0") it is of this network.
      return !address.includes('%') && !specialIpv6.check(address, 'ipv6');
    default:
      return false;
  }
};
