import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/model/settings/loopback.js';

test.each(['localhost', '127.0.0.1', '127.0.0.0', '127.255.255.255', '127.1.2.3', '::1', '[::1]'])(
  '%j is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each([
  '',
  '127.evil.example.com',
  '127.0.0.1.example.org',
  'localhost.example.org',
  'my-localhost',
  '127.0.0',
  '127.0.0.1.1',
  '127.0.0.256',
  '127.0.0.01',
  '127.0.0.0x1',
  '127.0.0.1 ',
  '128.0.0.1',
  '10.127.0.1',
  '0.0.0.0',
  '::',
  '::2',
  '[::1',
  '::ffff:127.0.0.1',
  '[::ffff:7f00:1]',
])('%j is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
