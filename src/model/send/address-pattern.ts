import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * A longer address would continue with one of these, before or after; in UTF-16 read as bytes, a NUL stands between.
 */
const NO_MORE_BEFORE = '(?<![\\p{L}\\p{N}._+%\\-]\\0?)';
const NO_MORE_BEHIND = '(?!\\0?[a-z0-9\\-]|\\0?\\.\\0?[a-z0-9])';

/** Finds one of some texts, in any case, as a whole address: `hanna@example.org` is not `anna@example.org`. */
export function addressPattern(spellings: readonly string[]): RegExp {
  const escaped = spellings.map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`${NO_MORE_BEFORE}(?:${escaped.join('|')})${NO_MORE_BEHIND}`, 'iu');
}

/** Returns the ways to write an address: unchanged, with its domain in letters, and as mail programs send it. */
export function addressSpellings(address: string): readonly string[] {
  const localPart = address.slice(0, address.lastIndexOf('@'));
  const domain = address.slice(localPart.length + 1);
  const spellings = [address, `${localPart}@${domainToASCII(domain)}`, `${localPart}@${domainToUnicode(domain)}`];
  return [...new Set(spellings.map((spelling) => spelling.normalize('NFC')))];
}
