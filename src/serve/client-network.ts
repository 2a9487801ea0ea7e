import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where the address of a client is read from. */
export interface ProxyTrust {
  readonly trustProxy: boolean;
  /** In lower case. */
  readonly clientAddressHeader: string;
}

/**
 * The network from which a request comes, as limits count it: /24 of IPv4, /64 of IPv6, which is what one household or
 * office has. The header counts only where the configuration says that a proxy sets it; then its last entry, which is
 * the one that this proxy saw itself.
 */
export function networkOfRequest(incoming: IncomingMessage, trust: ProxyTrust): string {
  const direct = incoming.socket.remoteAddress ?? '';
  if (!trust.trustProxy) return networkOf(direct) ?? 'unknown';
  const header = incoming.headers[trust.clientAddressHeader];
  const written = Array.isArray(header) ? header.at(-1) : header;
  const last = written?.split(',').at(-1)?.trim() ?? '';
  return networkOf(last) ?? networkOf(direct) ?? 'unknown';
}

/** The network of an address, such as `192.0.2.0/24`; `undefined` where it is none. */
export function networkOf(written: string): string | undefined {
  const address = written.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%.*$/, '');
  const mapped =
    /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(address) !== 6) return undefined;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end stands for two groups.
  const groups = before.length + after.length + (address.includes('.') ? 1 : 0);
  const whole = tail === undefined ? before : [...before, ...Array.from({ length: 8 - groups }, () => '0'), ...after];
  const network = whole.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
