// Makes the workspace of a benchmark: a build of the edition as `newsletter build` leaves it, and its readers.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.ts';
import { mailboxField, unstructuredField } from '../../../src/mime/header-fields.ts';
import { encodeQuotedPrintableRun } from '../../../src/mime/quoted-printable.ts';
import { TRANSPORTS } from '../../../src/transports/registry.ts';
import { readConfiguration } from '../../../src/workspace/settings/configuration.ts';
import { htmlOf, textOf } from './edition.js';

export const ISSUE = '2020-12';
const BOUNDARY = '=_bench-alternative';
/** No character of the edition. */
const [GREETING, UNSUBSCRIBE_URL] = ['\u0001', '\u0002'];

/** @param {string} text @param {string} greeting @param {string} unsubscribeUrl */
function segments(text, greeting, unsubscribeUrl) {
  const pieces = text.split(/([\u0001\u0002])/);
  return pieces.map((piece, index) => {
    if (piece === GREETING) return { slot: 'greeting', context: greeting };
    if (piece === UNSUBSCRIBE_URL) return { slot: 'unsubscribeUrl', context: unsubscribeUrl };
    return encodeQuotedPrintableRun(piece, { startsPart: index === 0, endsPart: index === pieces.length - 1 });
  });
}

/** @param {string} subtype */
const partHead = (subtype) =>
  `--${BOUNDARY}\r\nContent-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;

function template() {
  return {
    format: 1,
    issue: ISSUE,
    language: 'en',
    headers: [
      mailboxField('From', { name: 'La Strada International', address: 'news@example.org' }),
      unstructuredField('Subject', 'Newsletter, December 2020: safety, residence, decent work'),
      mailboxField('List-Id', { name: 'Newsletter', address: 'newsletter.example.org' }),
      'List-Help: <mailto:help@example.org>',
      'List-Owner: <mailto:owner@example.org>',
      'Content-Language: en',
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    ],
    senderAddress: 'news@example.org',
    messageIdDomain: 'example.org',
    body: [
      partHead('plain'),
      ...segments(textOf(GREETING, UNSUBSCRIBE_URL), 'plain-text', 'plain-text'),
      `\r\n${partHead('html')}`,
      ...segments(htmlOf(GREETING, UNSUBSCRIBE_URL), 'html-text', 'html-attribute'),
      `\r\n--${BOUNDARY}--\r\n`,
    ],
    greeting: { withName: 'Dear {name},', withoutName: 'Dear reader,' },
    unsubscribe: { address: 'leave@example.org', url: 'https://news.example.org/u' },
  };
}

/** @param {string} root @param {number} readers */
export async function prepareWorkspace(root, readers) {
  const folder = path.join(root, 'out', ISSUE);
  for (const made of [folder, path.join(root, 'issues', ISSUE)]) mkdirSync(made, { recursive: true });
  writeFileSync(
    path.join(root, 'newsletter.yaml'),
    'name: Bench\norganisation: Bench\nsender: { address: news@example.org }\ndkim: { selector: bench }\nsmtp: { connections: 10 }\n',
  );
  const json = JSON.stringify(template());
  writeFileSync(path.join(folder, 'message.json'), json);
  const outputs = [{ path: 'message.json', sha256: createHash('sha256').update(json).digest('hex') }];
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ issue: ISSUE, outputs }));
  const file = path.join(root, 'readers.csv');
  const rows = Array.from(
    { length: readers },
    (_, index) => `reader${String(index)}@example.com,Reader ${String(index)}`,
  );
  writeFileSync(file, `email,name\n${rows.join('\n')}\n`);
  const { configuration } = readConfiguration(root, {}, TRANSPORTS);
  await importSubscribers({ configuration, file, now: () => new Date() });
}
