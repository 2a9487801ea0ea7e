import { isIPv4 } from 'node:net';

/**
 * Whether a host is this machine by its very name, without asking anybody: `localhost`, an IPv4 address that begins
 * with 127, or `::1`, which stands in brackets in a URL.
 */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true;
  // Four decimal numbers: a name may begin with "127." too, and belong to anybody.
  return isIPv4(host) && host.startsWith('127.');
}
