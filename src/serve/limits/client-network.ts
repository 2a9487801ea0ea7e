import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where the address of a client is read from. */
export interface ProxyTrust {
  readonly trustProxy: boolean;
  /** In lower case. */
  readonly clientAddressHeader: string;
}

/**
 * The sizes of networks that limits count, in bits, from narrow to wide. IPv6: a household has a /64 to a /56, and
 * a provider gives a /48 on request. IPv4: an office has up to a /24, and a /16 is a provider's or a data centre's.
 */
export const IPV4_PREFIXES = [24, 16] as const;
export const IPV6_PREFIXES = [64, 56, 48] as const;
export type NetworkPrefix = (typeof IPV4_PREFIXES | typeof IPV6_PREFIXES)[number];

/** A network from which a request comes. */
export interface ClientNetwork {
  readonly prefix: NetworkPrefix;
  /** Such as `192.0.2.0/24`. */
  readonly name: string;
}

/** Clients of which no address is known count as one. */
export const UNKNOWN: readonly ClientNetwork[] = [{ prefix: 24, name: 'unknown' }];

/**
 * The networks from which a request comes, from narrow to wide. The header counts only where the configuration says that
 * a proxy sets it; then its last entry, which is the one that this proxy saw itself.
 */
export function networksOfRequest(incoming: IncomingMessage, trust: ProxyTrust): readonly ClientNetwork[] {
  const direct = incoming.socket.remoteAddress ?? '';
  if (!trust.trustProxy) return networksOf(direct) ?? UNKNOWN;
  const header = incoming.headers[trust.clientAddressHeader];
  const written = Array.isArray(header) ? header.at(-1) : header;
  const last = written?.split(',').at(-1)?.trim() ?? '';
  return networksOf(last) ?? networksOf(direct) ?? UNKNOWN;
}

/** The networks of an address, with or without a port or a zone, from narrow to wide; `undefined` where it is none. */
export function networksOf(written: string): readonly ClientNetwork[] | undefined {
  const address = written
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIP(address) === 4) return ipv4Networks(address.split('.').map(Number));
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  return carriesIpv4(groups) ? ipv4Networks(groups.slice(6).flatMap(bytesOf)) : ipv6Networks(groups);
}

function ipv4Networks([first = 0, second = 0, third = 0]: readonly number[]): readonly ClientNetwork[] {
  return IPV4_PREFIXES.map((prefix) => ({
    prefix,
    name: `${String(first)}.${String(second)}.${String(prefix === 24 ? third : 0)}.0/${String(prefix)}`,
  }));
}

function ipv6Networks(groups: readonly number[]): readonly ClientNetwork[] {
  return IPV6_PREFIXES.map((prefix) => {
    // The fourth group ends at bit 64: of it a /56 keeps the upper byte, and a /48 nothing.
    const fourth = (groups[3] ?? 0) & (0xffff << (64 - prefix));
    const kept = [...groups.slice(0, 3), fourth].map((group) => (group & 0xffff).toString(16));
    return { prefix, name: `${kept.join(':')}::/${String(prefix)}` };
  });
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const before = groupsIn(head);
  if (tail === undefined) return before;
  const after = groupsIn(tail);
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/** An IPv4 address at the end stands for two groups. */
function groupsIn(part: string): readonly number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [first = 0, second = 0, third = 0, fourth = 0] = group.split('.').map(Number);
    return [first * 256 + second, third * 256 + fourth];
  });
}

/** What stands before the IPv4 address in one that was mapped (RFC 4291 §2.5.5.2) or translated (RFC 6052 §2.1). */
const IPV4_CARRIERS = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

function carriesIpv4(groups: readonly number[]): boolean {
  const start = groups.slice(0, 6).map((group) => group.toString(16));
  return IPV4_CARRIERS.includes(start.join(':'));
}

function bytesOf(group: number): readonly number[] {
  return [group >> 8, group & 0xff];
}
