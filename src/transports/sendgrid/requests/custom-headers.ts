import { jsonString } from './json-string.js';

/**
 * Fields that SendGrid writes itself: it refuses most of them (x-sg-id, received …), takes others from members of the
 * request (to, from, subject …), and would otherwise put a second Date or MIME-Version beside its own.
 */
const SENDGRIDS_OWN = new Set([
  'x-sg-id',
  'x-sg-eid',
  'received',
  'dkim-signature',
  'content-type',
  'content-transfer-encoding',
  'mime-version',
  'to',
  'from',
  'sender',
  'subject',
  'reply-to',
  'cc',
  'bcc',
  'date',
  'return-path',
]);

/** The beginnings of members by the names of their fields, which are the same few in every message. */
const beginnings = new Map<string, string | undefined>();

function beginningOf(name: string): string | undefined {
  if (!beginnings.has(name)) {
    beginnings.set(name, SENDGRIDS_OWN.has(name.toLowerCase()) ? undefined : `${JSON.stringify(name)}:`);
  }
  return beginnings.get(name);
}

/**
 * Header fields as members of the JSON object that SendGrid takes: encoded as they are, unfolded, without those that it
 * writes itself.
 */
export function customHeaders(fields: readonly string[]): readonly string[] {
  const members: string[] = [];
  for (const field of fields) {
    const colon = field.indexOf(':');
    const beginning = colon < 1 ? undefined : beginningOf(field.slice(0, colon));
    if (beginning === undefined) continue;
    const value = field.slice(colon + 1).trim();
    const unfolded = value.includes('\r\n') ? value.replace(/\r\n(?=[ \t])/g, '') : value;
    members.push(beginning + jsonString(unfolded));
  }
  return members;
}
