import { domainToASCII } from 'node:url';

/** Most addresses have this form, and IDNA need not look at their domain. */
const WIRE_ALREADY = /^[^@]+@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}$/;

/**
 * Returns an address in the form that is sent: its domain as A-labels (RFC 5890). The local part stays as it is.
 *
 * @param address one address that was checked before; if its domain cannot be written so, it is returned unchanged.
 */
export function wireAddress(address: string): string {
  if (WIRE_ALREADY.test(address)) return address;
  const at = address.lastIndexOf('@');
  const domain = at < 1 ? '' : domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}
