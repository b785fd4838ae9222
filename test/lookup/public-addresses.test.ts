import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../server/src/lookup/public-addresses';

describe('addresses', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::6810:84e5', '2a00:1450:4001:82a::200e'])('%s is of the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.1.2.3', '10.1.1.1', '100.127.255.255', '127.0.0.53', '169.254.169.254', '172.31.255.255', '192.0.0.8', '192.168.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', '::127.0.0.1',
    '64:ff9b::1', 'fc00::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1', '2001:db8::1', '2001::1', '2002:a00::1', 'fec0::1', 'localhost', '', '1.2.3',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
