import { expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/check/online/public-address.js';

test.each(
  `127.0.0.1 127.9.9.9 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 169.254.0.1 100.64.0.1
  100.100.100.200 168.63.129.16 192.0.0.192 192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1
  ::ffff:a9fe:a9fe ::127.0.0.1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1::
  2001::1 2001:db8::1 100::1 localhost 1.2.3 1.2.3.4.5`.split(/\s+/),
)('%s is nobody else’s business', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['93.184.216.34', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a02:2e0:3fe:1001:302::'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
