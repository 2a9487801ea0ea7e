import { foreignText } from '../../../model/text/foreign-text.js';
import type { SmtpServer } from '../connection/mail-server.js';
import type { AccessTokens } from '../../../oauth/access-tokens.js';
import type { Reply } from './replies.js';
import { xoauth2 } from '../sign-in/sign-in.js';

/** Makes what a server said fit for people: one bounded line without controls, secrets or recipient's address. */
export type ServerText = (text: string, recipient?: string) => string;

/**
 * @param login what no text may repeat, in any of the forms in which it was sent.
 * @param tokens where the log-in takes tokens, which change.
 */
export function serverTextFor(login: SmtpServer['login'], tokens: AccessTokens | undefined): ServerText {
  const fixed = tokens === undefined ? secretForms(login, tokens) : undefined;
  return (text, recipient) =>
    foreignText(text, fixed ?? secretForms(login, tokens), (shown) =>
      recipient === undefined ? shown : replaceAddress(shown, recipient),
    );
}

/** A reply as one line of text: code, enhanced code, words. */
export function replyText(reply: Reply): string {
  return [String(reply.code), ...(reply.enhanced === undefined ? [] : [reply.enhanced.text]), ...reply.lines].join(' ');
}

/** How a server is named to people. */
export function place({ host, port }: SmtpServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

function secretForms(login: SmtpServer['login'], tokens: AccessTokens | undefined): readonly string[] {
  if (login === undefined) return [];
  const secrets = login.kind === 'password' ? [login.password] : (tokens?.secrets() ?? []);
  const forms = secrets.flatMap((secret) => {
    const sent = login.kind === 'password' ? base64(`\0${login.user}\0${secret}`) : xoauth2(login.user, secret);
    return [sent, base64(secret), encodeURIComponent(secret), secret];
  });
  // Also without the padding.
  return [...new Set(forms.flatMap((form) => [form, form.replace(/=+$/, '')]))];
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** The ledger knows whose message it was; what it tells others need not name them. */
function replaceAddress(text: string, address: string): string {
  const pattern = address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text.replace(new RegExp(`<?${pattern}>?`, 'gi'), '<the address>');
}
