import type { SmtpServer } from '../../model/smtp.js';
import type { Reply } from './replies.js';

const TEXT_LIMIT = 300;
/** Controls, and what turns the direction of a line round: a reply is shown in a terminal and in reports. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu;
/** Shorter ones would be found inside of ordinary words. */
const SECRET_LENGTH = 3;
const MASK = '***';

/** Makes what a server said fit for people: one bounded line without controls, password or recipient's address. */
export type ServerText = (text: string, recipient?: string) => string;

/** @param login what no text may repeat, in any of the forms in which it was sent. */
export function serverTextFor(login: SmtpServer['login']): ServerText {
  const secrets = secretForms(login);
  return (text, recipient) => {
    let shown = text;
    for (const secret of secrets) shown = shown.replaceAll(secret, MASK);
    shown = shown.replace(UNPRINTABLE, ' ');
    if (recipient !== undefined) shown = replaceAddress(shown, recipient);
    shown = shown.replace(/\s+/g, ' ').trim();
    return shown.length > TEXT_LIMIT ? `${shown.slice(0, TEXT_LIMIT)}…` : shown;
  };
}

/** A reply as one line of text: code, enhanced code, words. */
export function replyText(reply: Reply): string {
  return [String(reply.code), ...(reply.enhanced === undefined ? [] : [reply.enhanced.text]), ...reply.lines].join(' ');
}

/** How a server is named to people. */
export function place({ host, port }: SmtpServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

function secretForms(login: SmtpServer['login']): readonly string[] {
  if (login === undefined || login.password.length < SECRET_LENGTH) return [];
  const { user, password } = login;
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const forms = [base64(`\0${user}\0${password}`), base64(password), encodeURIComponent(password), password];
  // Also without the padding, and the longest first, so that none is left half-way.
  return [...new Set(forms.flatMap((form) => [form, form.replace(/=+$/, '')]))]
    .filter((form) => form.length >= SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);
}

/** The ledger knows whose message it was; what it tells others need not name them. */
function replaceAddress(text: string, address: string): string {
  const pattern = address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text.replace(new RegExp(`<?${pattern}>?`, 'gi'), '<the address>');
}
