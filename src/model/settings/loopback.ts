import { isIPv4 } from 'node:net';

/**
 * Says whether a host is this machine by its name alone, without a look-up: `localhost`, an IPv4 address that begins
 * with 127, or `::1`, which is in brackets in a URL.
 */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true;
  // It must be four decimal numbers, because a name may begin with "127." too, and belong to anybody.
  return isIPv4(host) && host.startsWith('127.');
}

/** Says whether nobody on the way can read what goes to an address: `https:`, or `http:` on this machine itself. */
export function isEncryptedOrLocal(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
