import type { SharedContent } from './content.js';

/** One message of a request. */
export interface RequestEntry {
  /** Its index in the batch that was submitted. */
  readonly index: number;
  readonly address: string;
  /** Its entry of `personalizations`, as JSON. */
  readonly json: Uint8Array;
}

/** One call of `/v3/mail/send`. */
export interface MailRequest {
  readonly content: SharedContent;
  readonly entries: readonly RequestEntry[];
}

/** SendGrid's own limit. */
export const RECIPIENTS_LIMIT = 1000;
/** SendGrid's limit is 30 MB; beyond a third of it an answer takes long. */
const BYTES_LIMIT = 10_000_000;

/**
 * Parts messages of one template into as few requests as SendGrid's limits allow. It refuses a request that has an
 * address twice, so the second message to a shared address goes into another one.
 */
export function planRequests(content: SharedContent, entries: readonly RequestEntry[]): readonly MailRequest[] {
  const rounds: RequestEntry[][] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const address = entry.address.toLowerCase();
    const round = seen.get(address) ?? 0;
    seen.set(address, round + 1);
    (rounds[round] ??= []).push(entry);
  }
  return rounds.flatMap((round) => chunk(content, round)).map((chunked) => ({ content, entries: chunked }));
}

function chunk(content: SharedContent, entries: readonly RequestEntry[]): readonly (readonly RequestEntry[])[] {
  const chunks: RequestEntry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const size = entry.json.byteLength + 1;
    const last = chunks.at(-1);
    if (last === undefined || last.length === RECIPIENTS_LIMIT || bytes + size > BYTES_LIMIT) {
      chunks.push([entry]);
      bytes = content.json.byteLength + size;
    } else {
      last.push(entry);
      bytes += size;
    }
  }
  return chunks;
}

const BEFORE_ENTRIES = Buffer.from('{"personalizations":[');
const BETWEEN_ENTRIES = Buffer.from(',');
const AFTER_ENTRIES = Buffer.from('],');

/** The body of a request: what all share was encoded once. */
export function requestBody({ content, entries }: MailRequest): Uint8Array {
  const own = entries.flatMap(({ json }, index) => (index === 0 ? [json] : [BETWEEN_ENTRIES, json]));
  return Buffer.concat([BEFORE_ENTRIES, ...own, AFTER_ENTRIES, content.json]);
}
