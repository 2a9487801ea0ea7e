import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All addresses of IPv6 that anybody may have; whatever lies outside is special in one way or another. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Addresses that look public, but by which a machine in a data centre is told its own secrets. */
const METADATA = new Set(['168.63.129.16']);

/** Whether an address belongs to the public internet: not to this machine, its network, or its provider's. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  // Takes the IPv4 address out of one that only looks like IPv6.
  const parsed = ipaddr.process(address);
  if (METADATA.has(parsed.toString()) || parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_IPV6) : true;
}
