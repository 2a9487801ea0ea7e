import { memberNamed, errorsText, type ApiError } from './api-errors.js';
import type { MailRequest, RequestEntry } from '../requests/requests.js';

/** Why SendGrid refused one message of a request. */
export interface Refusal {
  /** For people. */
  readonly reason: string;
  /** What SendGrid said, without the place in the request: equal for two readers with the same fault. */
  readonly statement: string;
}

/**
 * Whom a refused request could go out without: the entries that SendGrid names for something of their reader's own, or
 * for something that it does not say. Empty where it is about what all share, and trying reader by reader is in vain.
 */
export function refusedReaders(errors: readonly ApiError[], request: MailRequest): ReadonlyMap<RequestEntry, Refusal> {
  const refused = new Map<RequestEntry, Refusal>();
  for (const error of errors) {
    const named = namedBy(error);
    // General words such as "Bad Request" may come together with the real reason.
    if (named === 'nothing') continue;
    const entry = named === 'the request' ? undefined : request.entries[named.place];
    if (named === 'the request' || entry === undefined || !isReadersOwn(named.path, entry, request)) return new Map();
    refused.set(entry, { reason: `SendGrid${errorsText([error])}`, statement: withoutPlace(error) });
  }
  return refused;
}

/** A place in `personalizations`, and the way to a member of what stands there. */
interface NamedPart {
  readonly place: number;
  readonly path: readonly string[];
}

/** SendGrid names a place in its field or in its words, as `personalizations.0.to.0.email` or `personalizations[0]`. */
function namedBy(error: ApiError): NamedPart | 'the request' | 'nothing' {
  const member = memberNamed(error);
  if (member !== '' && !member.startsWith('personalizations')) return 'the request';
  const parts = [member, error.message].flatMap((text) => namedIn(text) ?? []);
  return parts.find(({ path }) => path.length > 0) ?? parts[0] ?? (member === '' ? 'nothing' : 'the request');
}

function namedIn(text: string): NamedPart | undefined {
  const [, place, path = ''] = /personalizations[.[](\d+)\]?((?:[.[][\w-]+\]?)*)/.exec(text) ?? [];
  return place === undefined ? undefined : { place: Number(place), path: path.split(/[.[\]]+/).filter(Boolean) };
}

function withoutPlace({ field, message }: ApiError): string {
  return `${field ?? ''} ${message}`.replace(/(personalizations[.[])\d+/g, '$1');
}

/** Whether a part of an entry is its reader's; where SendGrid does not say which part it means, it may be. */
function isReadersOwn(path: readonly string[], entry: RequestEntry, { content, entries }: MailRequest): boolean {
  const [member, name] = path;
  if (member === undefined || member === 'to') return true;
  // Besides the address only fields of the header and values of slots can be a reader's; the rest is ours.
  if (member !== 'headers' && member !== 'substitutions') return false;
  if (member === 'headers' && name !== undefined && memberOf(JSON.parse(`{${content.headers}}`), name) !== undefined) {
    return false;
  }
  const own = valueAt(entry, path);
  // A value that all entries share is ours, although every entry repeats it.
  return own !== undefined && (entries.length === 1 || entries.some((other) => valueAt(other, path) !== own));
}

/** The JSON of what stands at the end of a path, as far as the path can be gone. */
function valueAt({ json }: RequestEntry, path: readonly string[]): string | undefined {
  const whole: unknown = JSON.parse(Buffer.from(json).toString('utf8'));
  const value = path.reduce(memberOf, whole);
  return value === undefined ? undefined : JSON.stringify(value);
}

/** Names of header fields are the same in large and small letters. */
function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return members.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
