import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { domainToASCII } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { readDocument, reportSchema } from '../support/cli/documents.js';
import { filesBelow, traceBelow } from '../support/cli/file-tree.js';
import { withoutPython } from '../support/cli/python.js';
import { readWithPostalMime, readWithPython, type ReadMessage } from '../support/cli/read-messages.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const SEND = ['send', DECEMBER, '--transport', 'outbox', '--yes'];

const rowsSchema = z.array(z.object({ email: z.string(), name: z.string() }));

/** An address as it travels: the domain in lower case and ASCII. */
function asSent(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local}@${domainToASCII(domain)}`;
}

/** Who is in the table, and the name by which the table calls each. */
function sampleReaders(): ReadonlyMap<string, string> {
  const rows: unknown = parse(readFileSync('subscribers.sample.csv'), { columns: true });
  return new Map(rowsSchema.parse(rows).map(({ email, name }) => [asSent(email), name.trim()]));
}

let root: string;
let outbox: string;
let files: readonly string[];

beforeAll(async () => {
  root = await buildDecember();
  outbox = path.join(root, 'outbox', DECEMBER);
  for (const args of [['subscribers', 'import', 'subscribers.sample.csv'], SEND]) {
    const { code, stdout, stderr } = await runNewsletter(args, { from: root });
    if (code !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
  }
  files = filesBelow(outbox).map((name) => path.join(outbox, name));
});

describe('newsletter send to the outbox', () => {
  test('writes one message per subscriber, for nobody else to read', () => {
    expect(files).toHaveLength(25);
    for (const file of files) {
      expect(file).toMatch(/@lsi\.example\.org\.eml$/);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
  });

  test('writes nothing the second time, and says that nothing is left', async () => {
    const before = traceBelow(outbox);
    const again = await runNewsletter(SEND, { from: root });
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('nothing left');
    expect(traceBelow(outbox)).toEqual(before);
    expect(readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: root }))).toEqual({
      issue: DECEMBER,
      kind: 'rehearsal',
      audience: 25,
      pending: 0,
      submitted: 25,
      failed: 0,
      skipped: 0,
      uncertain: 0,
    });
  });

  test('writes nothing with --dry-run', async () => {
    const fresh = copyWorkspace(root);
    const before = traceBelow(fresh);
    const { code, stdout } = await runNewsletter(['send', '--transport', 'outbox', '--dry-run'], { from: fresh });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(traceBelow(fresh)).toEqual(before);
  });

  test('puts test copies into a folder of their own, and counts none of them', async () => {
    const fresh = copyWorkspace(root);
    const addresses = ['one@example.org', 'two@example.org'];
    const args = ['send', '--transport', 'outbox', ...addresses.flatMap((address) => ['--test', address])];
    expect(await runNewsletter(args, { from: fresh })).toMatchObject({ code: 0 });
    const folder = path.join(fresh, 'outbox', DECEMBER, 'test');
    const copies = await readWithPostalMime(filesBelow(folder).map((name) => path.join(folder, name)));
    expect(copies.map(({ to }) => to.address).sort()).toEqual(addresses);
    const report = readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: fresh }));
    expect(report.audience).toBe(25);
  });
});

function judge(messages: readonly ReadMessage[]): void {
  const readers = new Map(sampleReaders());
  // What looks like a slot is no name, and greets nobody.
  readers.set('slot.name@example.com', '');
  expect(new Map(messages.map(({ to }) => [to.address, to.name]))).toEqual(readers);
  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(readers.size);
  const buttons = messages.map(({ listUnsubscribe }) => listUnsubscribe);
  const all = messages.map(visibleWay);
  for (const ways of [buttons, all]) expect(new Set(ways).size).toBe(readers.size);
  messages.forEach((message, index) => {
    expect(message.defects).toEqual([]);
    expect(`<${path.basename(files[index] ?? '', '.eml')}>`).toBe(message.messageId);
    expect(message.from).toEqual({ name: 'La Strada International', address: 'newsletter@lsi.example.org' });
    expect(message.subject).toBe(
      "Sex workers' safety, residence permits, decent work: sample newsletter, December 2020",
    );
    expect(message.listId).toBe('La Strada International Newsletter <newsletter.lsi.example.org>');
    expect(message.listUnsubscribe).toMatch(/^<mailto:unsubscribe@lsi\.example\.org\?subject=unsubscribe%20[\w.-]+>$/);
    judgeBodies(message, { own: visibleWay(message), all, buttons });
  });
}

/** The visible unsubscribe link, the same in both parts of a message; people to whom it is forwarded see it too. */
function visibleWay({ text }: ReadMessage): string {
  return /mailto:unsubscribe@lsi\.example\.org\?subject=unsubscribe%20[\w.-]+/.exec(text)?.[0] ?? '';
}

/** Both parts are whole, carry the reader's own way out, and nobody else's; none carries that of the button. */
function judgeBodies(
  { html, text, to }: ReadMessage,
  ways: { readonly own: string; readonly all: readonly string[]; readonly buttons: readonly string[] },
): void {
  expect(html.trimEnd()).toMatch(/<\/html>$/);
  expect(html).toMatch(/^<!doctype html>/i);
  expect(text.trimEnd()).toMatch(/Questions\? Write to secretariat@lsi\.example\.org\.$/);
  const sampleText = readFileSync(path.join(root, 'out', DECEMBER, 'email.txt'), 'utf8');
  expect(text.split(/\r?\n/).length).toBeGreaterThanOrEqual(sampleText.split('\n').length);
  const greeting = to.name === '' ? 'Dear reader,' : `Dear ${to.name},`;
  expect(text.replace(/\s+/g, ' ')).toContain(greeting);
  const escaped = greeting.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  expect(html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#x27;', "'")).toContain(escaped);
  for (const way of ways.all) {
    expect(text.includes(way)).toBe(way === ways.own);
    expect(html.includes(way)).toBe(way === ways.own);
  }
  for (const button of ways.buttons) expect(`${text}${html}`).not.toContain(button.slice(1, -1));
}

describe('every message', () => {
  test('is read whole by postal-mime', async () => {
    judge(await readWithPostalMime(files));
  });

  test.skipIf(withoutPython)("is read whole by Python's email", async () => {
    judge(await readWithPython(files));
  });
});
