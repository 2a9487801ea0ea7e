/** What is wrong with a `mailto:` link. */
export type MailLinkFault =
  | { readonly kind: 'no-recipient' }
  | { readonly kind: 'recipient'; readonly recipient: string }
  | { readonly kind: 'several-recipients' }
  /** A field that is not `subject` or `body`. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'field-twice'; readonly name: string }
  /** A `%` that is not followed by two hexadecimal digits of UTF-8. */
  | { readonly kind: 'encoding' }
  /** A line break in the subject, or another control character. */
  | { readonly kind: 'control-character'; readonly name: string };

const RECIPIENT =
  /^[^\s@<>()[\]\\,;:"&?#]+@[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?\.[\p{L}\p{M}\p{N}-]{2,}$/u;
const FIELDS = new Set(['subject', 'body']);
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINE_ENDS = /(?![\r\n\t])\p{Cc}/u;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function recipientFault(written: string): MailLinkFault | undefined {
  const recipient = decode(written)?.trim();
  if (recipient === undefined) return { kind: 'encoding' };
  if (!recipient.includes('@')) return { kind: 'no-recipient' };
  if (RECIPIENT.test(recipient)) return undefined;
  return recipient.split('@').length > 2 && /[,;\s]/.test(recipient)
    ? { kind: 'several-recipients' }
    : { kind: 'recipient', recipient };
}

function fieldFault(pair: string, known: Set<string>): MailLinkFault | undefined {
  const [written = '', ...rest] = pair.split('=');
  const name = decode(written)?.toLowerCase();
  const value = decode(rest.join('='));
  if (name === undefined || value === undefined) return { kind: 'encoding' };
  if (!FIELDS.has(name)) return { kind: 'field', name };
  if (known.has(name)) return { kind: 'field-twice', name };
  known.add(name);
  const bad = name === 'body' ? CONTROL_BUT_LINE_ENDS : CONTROL;
  return bad.test(value) ? { kind: 'control-character', name } : undefined;
}

/**
 * Finds what is wrong with a `mailto:` link (RFC 6068), or returns `undefined`. Only one recipient, `subject` and
 * `body` are accepted, because other fields could send what a reader writes to people whom the reader does not see.
 *
 * @param address begins with `mailto:`, in any case.
 */
export function mailLinkFault(address: string): MailLinkFault | undefined {
  const [, written = '', query] = /^\s*mailto:([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? [];
  const fault = recipientFault(written);
  if (fault !== undefined) return fault;
  const known = new Set<string>();
  for (const pair of (query ?? '').split('&')) {
    const wrong = pair === '' ? undefined : fieldFault(pair, known);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
