import { readAddress } from '../../subscribers/addresses.js';

/** One group of fields of a report: names in lower case, each with its first value. */
export type FieldGroup = ReadonlyMap<string, string>;

const GROUP_LIMIT = 1000;

/**
 * Reads the fields of a report's part: groups with blank lines between them, each like a header (RFC 3464 §2.1, RFC
 * 5965 §3).
 */
export function readFieldGroups(text: string): readonly FieldGroup[] {
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .slice(0, GROUP_LIMIT)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
        if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

/**
 * Returns the address in a field such as `Final-Recipient: rfc822; anna@example.org` (RFC 3464 §2.1.2), if there is
 * one.
 */
export function typedAddress(value: string | undefined): string | undefined {
  const written = (value ?? '')
    .replace(/^[^;]*;/, '')
    .trim()
    .replace(/^<(.*)>$/, '$1');
  const reading = readAddress(written.slice(0, 400));
  return reading.kind === 'valid' ? reading.address : undefined;
}

/** Puts another program's text on one line that names nobody: addresses are masked, control characters removed. */
export function foreignWords(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/[^\s<>"'(),;:]*@[^\s<>"'(),;:]*/g, '(address)')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
