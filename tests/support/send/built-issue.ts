import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mailboxField, unstructuredField } from '../../../src/mime/header-fields.js';
import { encodeQuotedPrintableRun } from '../../../src/mime/quoted-printable.js';
import type { MessageTemplate, Segment, Slot } from '../../../src/model/issue/edition.js';

export const ISSUE = '2020-12';

type Part = readonly (string | Slot)[];

const TEXT: Part = [
  { slot: 'greeting', context: 'plain-text' },
  '\n\nНовости: 29 NGOs, Ünlü ve güçlü.\n.hidden\nFrom here\n\nLeave: ',
  { slot: 'unsubscribeUrl', context: 'plain-text' },
  '\n',
];
const HTML: Part = [
  '<!doctype html><html lang="en"><body><p>',
  { slot: 'greeting', context: 'html-text' },
  `</p><p>${'A long line of news. '.repeat(40)}</p><a href="`,
  { slot: 'unsubscribeUrl', context: 'html-attribute' },
  '">Leave</a></body></html>\n',
];

/** What a reader's mail program shall show, given the values as they stand in that part. */
export function expectedText(greeting: string, url: string): string {
  return fill(TEXT, greeting, url);
}

export function expectedHtml(greeting: string, url: string): string {
  return fill(HTML, greeting, url);
}

function fill(part: Part, greeting: string, url: string): string {
  return part.map((piece) => (typeof piece === 'string' ? piece : piece.slot === 'greeting' ? greeting : url)).join('');
}

function encodePart(part: Part): readonly Segment[] {
  return part.map((piece, index) =>
    typeof piece === 'string'
      ? encodeQuotedPrintableRun(piece, { startsPart: index === 0, endsPart: index === part.length - 1 })
      : piece,
  );
}

const BOUNDARY = 'newsletter-2020-12';

function partHead(type: string): string {
  return `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

/** A small issue, encoded as `render/` does it. The text part begins with a slot. */
export function smallTemplate(changes: Partial<MessageTemplate> = {}): MessageTemplate {
  return {
    format: 1,
    issue: ISSUE,
    language: 'en',
    headers: [
      mailboxField('From', { name: 'La Strada International', address: 'news@example.org' }),
      unstructuredField('Subject', 'Newsletter: December – новости'),
      'List-Id: <newsletter.example.org>',
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    ],
    senderAddress: 'news@example.org',
    messageIdDomain: 'example.org',
    body: [
      partHead('text/plain'),
      ...encodePart(TEXT),
      `\r\n${partHead('text/html')}`,
      ...encodePart(HTML),
      `\r\n--${BOUNDARY}--\r\n`,
    ],
    greeting: { withName: 'Dear {name},', withoutName: 'Dear reader,' },
    unsubscribe: { address: 'leave@example.org', url: undefined },
    ...changes,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes what `newsletter build` leaves, as far as `send` reads it. */
export async function writeBuild(root: string, template: MessageTemplate = smallTemplate()): Promise<void> {
  const folder = path.join(root, 'out', template.issue);
  await mkdir(folder, { recursive: true });
  await mkdir(path.join(root, 'issues', template.issue), { recursive: true });
  const json = JSON.stringify(template);
  await writeFile(path.join(folder, 'message.json'), json);
  const manifest = {
    issue: template.issue,
    outputs: [{ path: 'message.json', sha256: sha256(json), bytes: json.length }],
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}
