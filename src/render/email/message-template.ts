import { readFile } from 'node:fs/promises';
import { sha256Hex } from '../../files/sha256.js';
import type { EditionConfiguration } from '../../model/settings/configuration.js';
import type { MessageTemplate, Segment } from '../../model/issue/edition.js';
import type { Issue } from '../../model/issue/issue.js';
import type { PictureRendition } from '../../model/issue/pictures/picture.js';
import { wireAddress } from '../../mime/addresses.js';
import { contentTypeParameter, headerField, mailboxField, unstructuredField } from '../../mime/header-fields.js';
import { encodeQuotedPrintableRun } from '../../mime/quoted-printable.js';
import type { FixedWords } from '../../templating/words/fixed-words.js';
import { cutAtSlots, type SlotMarkers } from '../slots.js';

/** The rendered e-mail, with the marks of its slots still in it. */
export interface RenderedEmail {
  readonly html: string;
  readonly text: string;
  /** Pictures that go inside the message, in the order of their first use. */
  readonly embedded: readonly PictureRendition[];
}

export interface MessageOptions {
  readonly issue: Issue;
  readonly configuration: EditionConfiguration;
  readonly words: FixedWords;
  readonly markers: SlotMarkers;
  readonly inputsDigest: string;
}

/** The domain of our Message-IDs and Content-IDs: that of the sender. */
export function messageDomain(configuration: EditionConfiguration): string {
  return wireAddress(configuration.sender.address).split('@').at(-1) ?? 'localhost';
}

/** The Content-ID of an embedded picture, without angle brackets. */
export function contentId(pictureName: string, configuration: EditionConfiguration): string {
  return `${pictureName}@${messageDomain(configuration)}`;
}

/** `=_` stands in no quoted-printable or base64 line, so no content can look like a boundary. */
function boundary(inputsDigest: string, part: string): string {
  return `=_${part}-${sha256Hex(`${inputsDigest} boundary ${part}`).slice(0, 24)}`;
}

/** A web address or mailbox as RFC 2369 wants it. */
function listAddress(written: string): string {
  return written.includes('://') ? `<${written}>` : `<mailto:${wireAddress(written)}>`;
}

function messageHeaders({ issue, configuration, inputsDigest }: MessageOptions): readonly string[] {
  const { list, name, publicUrl, replyTo, sender } = configuration;
  return [
    mailboxField('From', sender),
    ...(replyTo === undefined ? [] : [mailboxField('Reply-To', { name: undefined, address: replyTo })]),
    unstructuredField('Subject', issue.subject),
    // RFC 2919: the name before the id is a phrase, as before an address.
    mailboxField('List-Id', { name, address: list.id }),
    headerField('List-Help', listAddress(list.help)),
    headerField('List-Owner', listAddress(list.owner)),
    ...(publicUrl === undefined ? [] : [headerField('List-Archive', `<${publicUrl}/>`)]),
    headerField('Content-Language', issue.language),
    headerField('MIME-Version', '1.0'),
    headerField('Content-Type', `multipart/alternative; boundary="${boundary(inputsDigest, 'alternative')}"`),
  ];
}

function textSegments(text: string, subtype: 'plain' | 'html', markers: SlotMarkers): readonly Segment[] {
  const head = [
    headerField('Content-Type', `text/${subtype}; charset=utf-8`),
    headerField('Content-Transfer-Encoding', 'quoted-printable'),
  ];
  const pieces = cutAtSlots(text, markers);
  const runs = pieces.map((piece, index) =>
    typeof piece === 'string'
      ? encodeQuotedPrintableRun(piece, { startsPart: index === 0, endsPart: index === pieces.length - 1 })
      : piece,
  );
  return [`${head.join('\r\n')}\r\n\r\n`, ...runs, '\r\n'];
}

async function pictureSegment(rendition: PictureRendition, configuration: EditionConfiguration): Promise<Segment> {
  const bytes = await readFile(rendition.cachedAt);
  const head = [
    headerField('Content-Type', rendition.mediaType + contentTypeParameter('name', rendition.name)),
    headerField('Content-Transfer-Encoding', 'base64'),
    headerField('Content-Disposition', `inline${contentTypeParameter('filename', rendition.name)}`),
    headerField('Content-ID', `<${contentId(rendition.name, configuration)}>`),
  ];
  const lines = bytes.toString('base64').replace(/(.{76})(?=.)/g, '$1\r\n');
  return `${head.join('\r\n')}\r\n\r\n${lines}\r\n`;
}

/** Parts between the lines of their boundary. */
function multipart(parts: readonly (readonly Segment[])[], mark: string): readonly Segment[] {
  return [...parts.flatMap((part) => [`--${mark}\r\n`, ...part]), `--${mark}--\r\n`];
}

function joinRuns(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (typeof segment === 'string' && typeof last === 'string') joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

async function messageBody(email: RenderedEmail, options: MessageOptions): Promise<readonly Segment[]> {
  const { configuration, inputsDigest, markers } = options;
  const text = textSegments(email.text, 'plain', markers);
  const html = textSegments(email.html, 'html', markers);
  const alternative = boundary(inputsDigest, 'alternative');
  if (email.embedded.length === 0) return joinRuns(multipart([text, html], alternative));

  const pictures = await Promise.all(
    email.embedded.map(async (rendition) => [await pictureSegment(rendition, configuration)]),
  );
  const mark = boundary(inputsDigest, 'related');
  const related = [
    `${headerField('Content-Type', `multipart/related; type="text/html"; boundary="${mark}"`)}\r\n\r\n`,
    ...multipart([html, ...pictures], mark),
  ];
  return joinRuns(multipart([text, related], alternative));
}

/** Encodes the e-mail once, for everybody: what `send` splices the recipients' values into. */
export async function messageTemplate(email: RenderedEmail, options: MessageOptions): Promise<MessageTemplate> {
  const { configuration, issue, words } = options;
  return {
    format: 1,
    issue: issue.id,
    language: issue.language,
    headers: messageHeaders(options),
    senderAddress: configuration.sender.address,
    messageIdDomain: messageDomain(configuration),
    body: await messageBody(email, options),
    greeting: words.greeting,
    unsubscribe: {
      address: configuration.unsubscribeAddress,
      url: configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/u`,
    },
    ...(configuration.publicUrl === undefined ? {} : { preferences: { url: `${configuration.publicUrl}/p` } }),
    ...(issue.audienceTags === undefined ? {} : { audience: { tags: issue.audienceTags } }),
  };
}
