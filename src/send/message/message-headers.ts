import { wireAddress } from '../../mime/addresses.js';
import { headerField, mailboxField, unfoldedHeaderField } from '../../mime/header-fields.js';
import type { MessageTemplate } from '../../model/issue/edition.js';

/** What differs in the headers of two messages of a send. */
export interface PersonalFields {
  readonly address: string;
  readonly name: string | undefined;
  /** Without angle brackets. */
  readonly messageId: string;
  /** The value of Date. */
  readonly date: string;
  readonly links: UnsubscribeLinks;
}

/** The two ways to unsubscribe for one reader. */
export interface UnsubscribeLinks {
  /** One click (RFC 8058); absent where nothing of the newsletter is public. */
  readonly url: string | undefined;
  /** A mail to it unsubscribes the reader: for the header only, which no forward shows. */
  readonly mailto: string;
}

/** The page of settings of a token holder; empty where nothing is public, since then no message has a place for it. */
export function preferencesLink(preferences: MessageTemplate['preferences'], token: string): string {
  return preferences === undefined ? '' : tokenUrl(preferences.url, token);
}

/** The token follows the template's base URL as one more step of the path. */
function tokenUrl(base: string, token: string): string {
  return `${base.replace(/\/+$/, '')}/${encodeURIComponent(token)}`;
}

/** The ways to unsubscribe for a token holder, as the header has them. */
export function unsubscribeLinks(unsubscribe: MessageTemplate['unsubscribe'], token: string): UnsubscribeLinks {
  return {
    url: unsubscribe.url === undefined ? undefined : tokenUrl(unsubscribe.url, token),
    mailto: unsubscribeMail(unsubscribe, token),
  };
}

/** The mail by which a token holder unsubscribes. */
export function unsubscribeMail(unsubscribe: MessageTemplate['unsubscribe'], token: string): string {
  return mailtoLink(unsubscribe.address, `unsubscribe ${token}`);
}

/** A link that begins a mail to an address (RFC 6068). */
export function mailtoLink(address: string, subject: string): string {
  const [localPart = '', domain = ''] = wireAddress(address).split('@');
  return `mailto:${encodeURIComponent(localPart)}@${domain}?subject=${encodeURIComponent(subject)}`;
}

/** RFC 8058 §3.1; the same in every message. */
const ONE_CLICK = headerField('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');

/**
 * The header fields of one message alone.
 *
 * @throws NewsletterError `unexpected` where a name or an address would break out of its field.
 */
export function personalHeaders(fields: PersonalFields): readonly string[] {
  const { links } = fields;
  const waysOut = [...(links.url === undefined ? [] : [links.url]), links.mailto].map((link) => `<${link}>`);
  return [
    mailboxField('To', { name: fields.name, address: fields.address }),
    headerField('Message-ID', `<${fields.messageId}>`),
    headerField('Date', fields.date),
    // Never folded, and the HTTPS URI first: some programs look only at the first line, or at the first URI.
    unfoldedHeaderField('List-Unsubscribe', waysOut.join(', ')),
    ...(links.url === undefined ? [] : [ONE_CLICK]),
  ];
}

/** A time as the Date field has it (RFC 5322 §3.3), in UTC. */
export function formatDate(date: Date): string {
  return date.toUTCString().replace(/GMT$/, '+0000');
}
