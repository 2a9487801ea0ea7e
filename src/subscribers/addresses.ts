import { domainToASCII } from 'node:url';

/** The result of reading an address that somebody wrote: usable, or not and why. */
export type AddressReading =
  | {
      readonly kind: 'valid';
      /** As written, in NFC and without spaces around it. */
      readonly address: string;
      /** The form by which two addresses are the same: lower case, the domain as A-label. */
      readonly key: string;
    }
  | { readonly kind: 'invalid'; readonly reason: string };

/** The limits of RFC 5321 §4.5.3.1, in octets. 254 is what fits between the angle brackets of a path. */
const LOCAL_PART_LIMIT = 64;
const DOMAIN_LIMIT = 255;
const ADDRESS_LIMIT = 254;

/**
 * RFC 5322's dot-atom, with the letters of other scripts (RFC 6531). It allows no quotes, spaces, commas or angle
 * brackets.
 */
const LOCAL_PART =
  /^[a-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\u{10ffff}]+(\.[a-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\u{10ffff}]+)*$/iu;
/**
 * Letters, marks, digits, dots and hyphens of any script. It allows no port, path or percent sign, which a URL parser
 * would accept.
 */
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}.\-\u00b7\u200c\u200d]+$/u;
/** Invisible, unassigned and separating characters. */
const INVISIBLE = /[\p{C}\p{Z}]/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one address strictly: an address that passes can stand in a header or an SMTP command without doing harm there.
 * Comments, quoted local parts and address literals of RFC 5322 are refused, because no mailbox provider gives them
 * out.
 */
export function readAddress(written: string): AddressReading {
  const address = written.normalize('NFC').trim();
  if (address === '') return invalid('there is no address');
  const at = address.lastIndexOf('@');
  if (at < 0) return invalid('it has no @');
  const localPart = address.slice(0, at);
  const writtenDomain = address.slice(at + 1);
  if (localPart === '') return invalid('there is nothing before the @');
  if (/\s/u.test(address)) return invalid('it has a space or a line break in it');
  if (INVISIBLE.test(address)) return invalid('it has an invisible character in it');
  if (!LOCAL_PART.test(localPart))
    return invalid('what stands before the @ has a character that addresses do not have');
  if (Buffer.byteLength(localPart) > LOCAL_PART_LIMIT) return invalid('what stands before the @ is too long');
  const domain = readDomain(writtenDomain);
  if (domain === undefined) return invalid('what stands after the @ is not the name of a mail domain');
  if (Buffer.byteLength(localPart) + 1 + domain.length > ADDRESS_LIMIT) return invalid('it is too long');
  return { kind: 'valid', address, key: `${localPart.toLowerCase()}@${domain}` };
}

function invalid(reason: string): AddressReading {
  return { kind: 'invalid', reason };
}

/** Returns the domain as A-labels: at least two, and the last one is not a number. */
function readDomain(written: string): string | undefined {
  if (!WRITTEN_DOMAIN.test(written)) return undefined;
  const domain = domainToASCII(written.toLowerCase());
  const labels = domain.split('.');
  const sound = labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return sound && domain.length <= DOMAIN_LIMIT && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : undefined;
}
