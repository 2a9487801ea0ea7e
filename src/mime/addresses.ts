import { domainToASCII } from 'node:url';

/** Most addresses, which need no look at what IDNA makes of their domain. */
const WIRE_ALREADY = /^[^@]+@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}$/;

/**
 * The form of an address that goes on the wire: its domain as A-labels (RFC 5890). The local part stays as it is.
 *
 * @param address one address that was checked before; without a domain that can be written so, it comes back unchanged.
 */
export function wireAddress(address: string): string {
  if (WIRE_ALREADY.test(address)) return address;
  const at = address.lastIndexOf('@');
  const domain = at < 1 ? '' : domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}
