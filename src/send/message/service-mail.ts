import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../files/sha256.js';
import { wireAddress } from '../../mime/addresses.js';
import { contentTypeParameter, headerField, mailboxField, unstructuredField } from '../../mime/header-fields.js';
import { encodeQuotedPrintable } from '../../mime/quoted-printable.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { MessageTemplate } from '../../model/issue/edition.js';
import type { OutgoingMessage } from '../../model/send/outgoing-message.js';
import { newMessageId } from '../ledger/freeze.js';
import { readDkimKeys } from '../dkim/keys.js';
import { formatDate } from './message-headers.js';
import { returnPathOf } from './return-path.js';
import { messageBytes, prepareMessage } from './splice.js';

/** The name that a transport gets in place of an issue: service mail belongs to no issue, and is in no ledger. */
export const SERVICE_MAIL = 'service';

/** A mail that is no issue, to one person. It never carries a name that somebody gave: anybody can fill in a form. */
export interface ServiceMail {
  readonly to: string;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: { readonly name: string; readonly mediaType: string; readonly content: string } | undefined;
  /** The mail of the person that it answers (RFC 3834), by its Message-ID field where it has one. */
  readonly answers?: { readonly messageId: string | undefined } | undefined;
}

type SenderConfiguration = Pick<Configuration, 'sender' | 'replyTo' | 'unsubscribeAddress' | 'dkim' | 'returnPath'>;

/**
 * The Message-ID of a service mail that may be submitted more than once, without angle brackets.
 *
 * @param name opaque, and always the same for the same mail.
 */
export function serviceMessageId({ sender }: Pick<Configuration, 'sender'>, name: string): string {
  return `${name}@${senderDomain(sender)}`;
}

/**
 * The message of a service mail; its bytes are signed where there is a key. It has no List- fields: who gets it may not
 * be on the list.
 *
 * @param name opaque; where it is given, it names the delivery and makes the Message-ID.
 */
export function composeServiceMail(
  mail: ServiceMail,
  configuration: SenderConfiguration,
  at: Date,
  name?: string,
): OutgoingMessage {
  const { sender, replyTo, unsubscribeAddress } = configuration;
  const domain = senderDomain(sender);
  const messageId = name === undefined ? newMessageId(domain) : serviceMessageId(configuration, name);
  const { contentType, body } = mimeBody(mail, messageId);
  const template: MessageTemplate = {
    format: 1,
    issue: SERVICE_MAIL,
    language: mail.language,
    headers: [
      mailboxField('From', sender),
      ...(replyTo === undefined ? [] : [mailboxField('Reply-To', { name: undefined, address: replyTo })]),
      unstructuredField('Subject', mail.subject),
      headerField('Content-Language', mail.language),
      headerField('MIME-Version', '1.0'),
      contentType,
    ],
    senderAddress: sender.address,
    messageIdDomain: domain,
    body: [body],
    greeting: { withName: '', withoutName: '' },
    unsubscribe: { address: unsubscribeAddress, url: undefined },
  };
  const values = { greeting: '', unsubscribeUrl: '', preferencesUrl: '' };
  const headers = [
    mailboxField('To', { name: undefined, address: mail.to }),
    headerField('Message-ID', `<${messageId}>`),
    headerField('Date', formatDate(at)),
    ...automaticFields(mail),
  ];
  return {
    deliveryId: name ?? randomBytes(12).toString('hex'),
    messageId,
    envelope: { from: returnPathOf(configuration), to: wireAddress(mail.to) },
    recipient: { address: mail.to, name: undefined },
    headers,
    template,
    values,
    // The keys are read each time, so that a server that runs for months uses a new key at once.
    bytes: async () => messageBytes(prepareMessage(template, await readDkimKeys(configuration)), headers, values),
  };
}

function senderDomain({ address }: SenderConfiguration['sender']): string {
  return wireAddress(address).split('@').at(-1) ?? 'localhost';
}

/** So that no vacation program answers it (RFC 3834 §5), and what it answers (§3.1.5). */
function automaticFields({ answers }: ServiceMail): readonly string[] {
  if (answers === undefined) return [headerField('Auto-Submitted', 'auto-generated')];
  const messageId = MESSAGE_ID.exec(answers.messageId ?? '')?.[0];
  const thread = messageId === undefined ? [] : [`In-Reply-To: ${messageId}`, `References: ${messageId}`];
  return [headerField('Auto-Submitted', 'auto-replied'), ...thread];
}

/** A Message-ID (RFC 5322 §3.6.4) that fits on a line; others wrote it. */
const MESSAGE_ID = /^<[!-;=?-~]{1,200}@[!-;=?-~]{1,200}>$/;

/** Text and HTML as alternatives (RFC 2046 §5.1.4), and what is attached beside them. */
function mimeBody(mail: ServiceMail, messageId: string): { readonly contentType: string; readonly body: string } {
  const alternative = multipart('alternative', messageId, [textPart(mail.text, 'plain'), textPart(mail.html, 'html')]);
  const { attachment } = mail;
  if (attachment === undefined) return alternative;
  const attached = [
    headerField('Content-Type', attachment.mediaType + contentTypeParameter('name', attachment.name)),
    headerField('Content-Transfer-Encoding', 'base64'),
    headerField('Content-Disposition', `attachment${contentTypeParameter('filename', attachment.name)}`),
    '',
    Buffer.from(attachment.content, 'utf8')
      .toString('base64')
      .replace(/(.{76})(?=.)/g, '$1\r\n'),
  ];
  return multipart('mixed', messageId, [
    `${alternative.contentType}\r\n\r\n${alternative.body}`,
    `${attached.join('\r\n')}\r\n`,
  ]);
}

function textPart(text: string, subtype: 'plain' | 'html'): string {
  return [
    headerField('Content-Type', `text/${subtype}; charset=utf-8`),
    headerField('Content-Transfer-Encoding', 'quoted-printable'),
    '',
    `${encodeQuotedPrintable(text)}\r\n`,
  ].join('\r\n');
}

function multipart(subtype: string, messageId: string, parts: readonly string[]) {
  // `=_` stands in no quoted-printable or base64 line, so no content can look like a boundary.
  const mark = `=_${subtype}-${sha256Hex(`${messageId} ${subtype}`).slice(0, 24)}`;
  return {
    contentType: headerField('Content-Type', `multipart/${subtype}; boundary="${mark}"`),
    body: `${parts.map((part) => `--${mark}\r\n${part}`).join('')}--${mark}--\r\n`,
  };
}
