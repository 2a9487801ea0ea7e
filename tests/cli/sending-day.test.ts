import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { errorSchema, readDocument, reportSchema } from '../support/cli/documents.js';
import { traceBelow } from '../support/cli/file-tree.js';
import { runAtTerminal, withoutPython } from '../support/cli/python.js';
import { runNewsletter, runProgram, type Outcome } from '../support/cli/run-newsletter.js';

/** A transport of the user's that keeps everything on this machine: the file says what becomes of the nth message. */
const TRANSPORT = (answers: Readonly<Record<number, object>>) => `
const answers = ${JSON.stringify(answers)};
let count = 0;
export default function () {
  return {
    name: 'here', kind: 'real', idempotent: false, loopback: true, signing: 'theirs', connections: 1, batchSize: 1,
    async open() {}, async close() {},
    async submit(batch) { return batch.map(() => answers[(count += 1)] ?? { outcome: 'submitted' }); },
  };
}
`;
/** Answers for the third message only when the terminal is gone. */
const HELD_TRANSPORT = `
import { once } from 'node:events';
let count = 0;
export default () => ({
  name: 'held', loopback: true, signing: 'theirs',
  async submit(batch) {
    count += 1;
    if (count === 3) {
      console.log('the third is under way');
      await once(process, 'SIGHUP');
    }
    return batch.map(() => ({ outcome: 'submitted' }));
  },
});
`;
/** Is stopped before the first message. */
const STOPPED_TRANSPORT = `
import { once } from 'node:events';
export default () => ({
  loopback: true, signing: 'theirs',
  async open() {
    process.kill(process.pid, 'SIGTERM');
    await once(process, 'SIGTERM');
  },
  submit() { throw new Error('nothing was to be handed over'); },
});
`;
/** Keeps all messages in a file. */
const KEEPING_TRANSPORT = `
import { appendFileSync } from 'node:fs';
export default () => ({
  loopback: true, signing: 'theirs',
  async submit(batch) {
    for (const message of batch) appendFileSync('kept.txt', await message.bytes());
    return batch.map(() => ({ outcome: 'submitted' }));
  },
});
`;
const LOST = { outcome: 'uncertain', reason: 'the line broke' };
const FULL = { outcome: 'failed', reason: '552 5.2.2 mailbox full' };
const REAL = ['send', DECEMBER, '--transport', './here.js'];

let prepared: string;

beforeAll(async () => {
  prepared = await buildDecember();
  await run(['subscribers', 'import', 'subscribers.sample.csv'], prepared);
});

async function run(args: readonly string[], from: string, code = 0): Promise<Outcome> {
  const outcome = await runNewsletter(args, { from });
  if (outcome.code !== code)
    throw new Error(`${args.join(' ')}: ${String(outcome.code)}\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

function workspace(answers: Readonly<Record<number, object>> = {}): string {
  const root = copyWorkspace(prepared);
  writeFileSync(path.join(root, 'here.js'), TRANSPORT(answers));
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  return root;
}

const report = async (root: string) => readDocument(reportSchema, await run(['report', '--json'], root));

const preflightSchema = reportSchema.extend({
  preflight: z.array(
    z.object({ check: z.string(), result: z.enum(['ok', 'warning', 'refused']), message: z.string() }),
  ),
});

describe('the sending day', () => {
  test('begins with a dry run that looks at everything and writes nothing', async () => {
    const root = workspace();
    const before = traceBelow(root);
    const planned = readDocument(preflightSchema, await run([...REAL, '--dry-run', '--json'], root));
    expect(planned).toMatchObject({ kind: 'real', audience: 25, pending: 25 });
    const others = planned.preflight.filter(({ result }) => result !== 'ok');
    // Requests to unsubscribe by mail must have been read; a server on this machine may well pass mail on.
    expect(others).toMatchObject([
      // The sample issue is of 2020.
      { check: 'issue-day', result: 'warning' },
      { check: 'mailbox', result: 'warning' },
    ]);
    expect(traceBelow(root)).toEqual(before);
  });

  test('is refused without a person who confirms it', async () => {
    const root = workspace();
    const { error } = readDocument(errorSchema, await run([...REAL, '--json'], root, 4));
    expect(error.code).toBe('confirmation-missing');
    await run(['report', '--json'], root, 2);
  });

  test('goes on after trouble: uncertain ones and failed ones by a person’s word alone', async () => {
    const root = workspace({ 3: LOST, 5: FULL });
    await run([...REAL, '--yes'], root, 3);
    expect(await report(root)).toMatchObject({ submitted: 23, failed: 1, uncertain: 1, pending: 0 });
    const told = await run(['report'], root);
    expect(told.stdout).toMatch(/failed +1 +552 5\.2\.2 mailbox full: \S+@\S+/);

    expect(told.stdout).toContain(`"newsletter send ${DECEMBER} --uncertain list"`);

    const listSchema = z.array(
      z.strictObject({ address: z.email(), at: z.string(), reason: z.string(), messageId: z.string() }),
    );
    const listed = readDocument(listSchema, await run(['send', '--uncertain', 'list', '--json'], root));
    expect(listed.map(({ reason }) => reason)).toEqual(['the line broke']);
    // The Message-ID by which the message is found in the log of what it was submitted to.
    const { address = '', messageId = '' } = listed[0] ?? {};
    expect(messageId).toMatch(/^[0-9a-f]{32}@/);
    expect((await run(['send', '--uncertain', 'list'], root)).stdout).toContain(`  ${address}  <${messageId}>  `);
    const dump = await run(['subscribers', 'export', '--address', address], root);
    expect(dump.stdout).toContain(`"messageId": "${messageId}"`);
    const why = await run(['why', listed[0]?.address ?? ''], root);
    expect(why.stdout).toContain(`the line broke (newsletter send ${DECEMBER} --uncertain list)`);

    writeFileSync(path.join(root, 'here.js'), TRANSPORT({}));
    await run([...REAL, '--uncertain', 'resend'], root, 4);
    await run([...REAL, '--uncertain', 'resend', '--yes'], root, 3);
    await run([...REAL, '--only', 'failed', '--yes'], root);
    expect(await report(root)).toMatchObject({ submitted: 25, failed: 0, uncertain: 0 });
    expect((await run([...REAL, '--yes'], root)).stdout).toContain('nothing left');
  });

  test('can be cancelled half-way, and says so ever after', async () => {
    const root = workspace();
    await run([...REAL, '--yes', '--limit', '4'], root, 3);
    await run(['send', '--cancel'], root, 4);
    await run(['send', '--cancel', '--yes'], root);
    expect(await report(root)).toMatchObject({ submitted: 4, skipped: 21, pending: 0 });
    expect((await run([...REAL, '--yes'], root)).stdout).toContain('cancelled');
  });

  test('is followed by programs as a stream of events', async () => {
    const { stdout, stderr } = await run([...REAL, '--yes', '--events'], workspace());
    expect(stderr).toBe('');
    const eventSchema = z.looseObject({ event: z.string() });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => eventSchema.parse(JSON.parse(line)));
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['preflight', 'frozen', 'progress', 'finished']),
    );
    expect(events.at(-1)).toMatchObject({ event: 'finished', complete: true, submitted: 25 });
  });

  test.each([
    ['a transport that cannot be used', ['--transport', './missing.js'], 4, 'transport-unusable'],
    ['a refusal', [], 4, 'confirmation-missing'],
  ])('ends the stream with what stopped it: %s', async (_, options, code, expected) => {
    const { stdout } = await run([...REAL, '--events', ...options], workspace(), code);
    const last: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ event: 'stopped', complete: false, error: { code: expected } });
  });

  test('gives those who are uncertain theirs, and nobody else', async () => {
    const root = workspace({ 2: LOST });
    await run([...REAL, '--yes', '--limit', '3'], root, 3);
    await run([...REAL, '--uncertain', 'skip', '--dry-run'], root, 2);
    expect(await report(root)).toMatchObject({ submitted: 2, uncertain: 1, pending: 22 });
    writeFileSync(path.join(root, 'here.js'), TRANSPORT({}));
    const { stderr } = await run([...REAL, '--uncertain', 'resend', '--yes'], root, 3);
    expect(stderr).toContain('1 message left');
    expect(await report(root)).toMatchObject({ submitted: 3, uncertain: 0, pending: 22 });
  });

  test('leaves out those who are uncertain, and tells ever after why they were', async () => {
    const root = workspace({ 2: LOST });
    await run([...REAL, '--yes'], root, 3);
    const listed = (await run(['send', '--uncertain', 'list'], root)).stdout;
    const address = /\S+@\S+/.exec(listed)?.[0] ?? '';
    await run(['send', '--uncertain', 'skip', '--yes'], root);
    expect((await run(['why', address], root)).stdout).toContain(
      'decided not to send it once more (the reason then: the line broke)',
    );
    const after = (await run(['send', '--uncertain', 'list'], root)).stdout;
    expect(after).toMatch(/nobody is uncertain[^]*Left out [^]*: 1 subscriber[^]*the line broke/);
    expect(after).toContain(address);
    expect((await run(['report'], root)).stdout).toMatch(
      /skipped +1 +left out by a person’s decision.*: the line broke/,
    );
  });

  test('tries once more only those who are still on the list, and says how many', async () => {
    const gone = { outcome: 'failed', reason: '550 5.1.1 no such user', cause: 'address' };
    const root = workspace({ 1: gone, 2: FULL, 3: gone });
    await run([...REAL, '--yes'], root, 3);
    const again = [...REAL, '--only', 'failed'];
    expect((await run([...again, '--dry-run'], root)).stdout).toContain('1 message would go out');
    writeFileSync(path.join(root, 'here.js'), TRANSPORT({}));
    await run([...again, '--yes'], root, 3);
    expect(await report(root)).toMatchObject({ submitted: 23, failed: 2 });
    const { stdout } = await run([...again, '--yes'], root, 3);
    expect(stdout).toContain('None of those who failed can be tried once more');
    expect(stdout).not.toContain('--only failed');
  });

  test('takes a correction as long as nobody has had anything', async () => {
    const root = workspace();
    writeFileSync(path.join(root, 'stopped.js'), STOPPED_TRANSPORT);
    await run(['send', DECEMBER, '--transport', './stopped.js', '--yes'], root, 143);
    await run(['report', '--json'], root, 2);
    appendFileSync(path.join(root, 'issues', DECEMBER, 'editorial.md'), '\n\nRectified.\n');
    writeFileSync(path.join(root, 'keeping.js'), KEEPING_TRANSPORT);
    await run(['send', DECEMBER, '--transport', './keeping.js', '--yes'], root, 4);
    await run(['build'], root);
    await run(['send', DECEMBER, '--transport', './keeping.js', '--yes'], root);
    expect(await report(root)).toMatchObject({ submitted: 25 });
    expect(readFileSync(path.join(root, 'kept.txt'), 'utf8').match(/^Rectified\./gm)).toHaveLength(25);
  });

  test('counts what was taken, also where the transport cannot be closed', async () => {
    const root = workspace();
    writeFileSync(path.join(root, 'here.js'), TRANSPORT({}).replace('async close() {}', 'async close() { throw 1; }'));
    await run([...REAL, '--yes'], root);
    expect(await report(root)).toMatchObject({ submitted: 25 });
  });

  test.each([
    ['process.exit(0)', 'was ended before it had done its work'],
    ['setImmediate(() => { throw new Error("stray"); }); await new Promise(() => {})', 'stray'],
    ['Promise.reject(new Error("stray")); await new Promise(() => {})', 'stray'],
  ])('is told in words where a transport does %s', async (deed, words) => {
    const root = workspace();
    const module = `export default () => ({ loopback: true, signing: 'theirs', async submit() { ${deed}; } });`;
    writeFileSync(path.join(root, 'stray.js'), module);
    const { stderr } = await run(['send', DECEMBER, '--transport', './stray.js', '--yes'], root, 70);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(await report(root)).toMatchObject({ submitted: 0, uncertain: 2, pending: 23 });
  });

  test.skipIf(!existsSync('/dev/full'))(
    'goes on where the log of it does not fit on the disk, and says so',
    async () => {
      const root = workspace();
      const command = `${process.execPath} ${path.resolve('bin/newsletter.js')} ${REAL.join(' ')} --yes --events > /dev/full`;
      const { code, stderr } = await runProgram('sh', ['-c', command], { from: root });
      expect(stderr).toMatch(/^The disk is full/);
      expect(code).toBe(70);
      expect(await report(root)).toMatchObject({ submitted: 25, uncertain: 0 });
    },
  );

  test.each([
    [['--only', 'failed', '--again']],
    [['--cancel', '--uncertain', 'list']],
    [['--events', '--json']],
    [['--only', 'everything']],
    [['--uncertain', 'skip', '--dry-run']],
    [['--uncertain', 'resend', '--limit', '1']],
    [['--cancel', '--limit', '3']],
  ])('refuses options that do not go together: %j', async (options) => {
    await run([...REAL, ...options], workspace(), 2);
  });
});

describe('newsletter why', () => {
  const whySchema = z.strictObject({
    address: z.string(),
    suppression: z.strictObject({ reason: z.string(), since: z.string() }).nullable(),
    people: z.array(
      z.looseObject({
        state: z.string(),
        consents: z.array(z.looseObject({})),
        deliveries: z.array(z.looseObject({})),
      }),
    ),
    formerDeliveries: z.array(z.looseObject({})),
  });

  test('tells of consent, suppression and every delivery in words, and of strangers that they are none', async () => {
    const address = 'why@example.org';
    const root = workspace({ 26: { outcome: 'failed', reason: '550 5.1.1 unknown', cause: 'address' } });
    await run(['subscribers', 'add', address], root);
    await run([...REAL, '--yes'], root, 3);
    const { stdout } = await run(['why', address], root);
    expect(stdout).toContain('suppressed');
    expect(stdout).toContain('refused for good: 550 5.1.1 unknown');
    expect(stdout).toContain('there is no such mailbox');
    const known = readDocument(whySchema, await run(['why', address, '--json'], root));
    expect(known).toMatchObject({ suppression: { reason: 'hard-bounce' }, people: [{ state: 'suppressed' }] });
    expect((await run(['why', 'stranger@example.org'], root)).stdout).toContain('Nobody on the list');
  });

  test('tells of who was erased what the hash tells, and no more', async () => {
    const root = workspace();
    await run(['subscribers', 'add', 'gone@example.org'], root);
    await run(['subscribers', 'erase', 'gone@example.org', '--yes'], root);
    const { stdout } = await run(['why', 'gone@example.org'], root);
    expect(stdout).toContain('asked to be erased');
    const known = readDocument(whySchema, await run(['why', 'gone@example.org', '--json'], root));
    expect(known).toMatchObject({ suppression: { reason: 'forgotten' }, people: [], formerDeliveries: [] });
  });
});

describe('where nobody reads what it prints', () => {
  test('the send goes on', async () => {
    const root = workspace();
    // Where nobody signs, something is said of it on standard error.
    writeFileSync(path.join(root, 'here.js'), TRANSPORT({}).replace("signing: 'theirs',", ''));
    expect(await runNewsletter([...REAL, '--yes'], { from: root, unread: true })).toMatchObject({ code: 0 });
    expect(await report(root)).toMatchObject({ submitted: 25, pending: 0, uncertain: 0 });
  });
});

describe.skipIf(withoutPython)('at a terminal', () => {
  const typing = (steps: readonly string[], root: string, args: readonly string[] = REAL) =>
    runAtTerminal(args, { from: root, steps });
  const QUESTION = 'to go on: ';
  const COUNTDOWN = 'first message goes out';
  /** As a shell says that SIGHUP ended a program. */
  const CLOSED = 129;

  test('the first message waits a minute, and Ctrl-C leaves nothing sent and no send begun', async () => {
    const root = workspace();
    const { code, stdout } = await typing([QUESTION, '2020-12\\r', COUNTDOWN, '\\x03'], root);
    expect(stdout).toContain('goes out in 1 minute');
    expect(stdout).toContain('nothing was sent, and no send has begun');
    expect(code).toBe(130);
    await run(['report', '--json'], root, 2);
  });

  test('says what it waits for where a transport takes its time', async () => {
    const root = workspace();
    const slow = 'await new Promise(() => {}); export default () => ({});';
    writeFileSync(path.join(root, 'slow.js'), slow);
    const args = ['send', DECEMBER, '--transport', './slow.js'];
    const steps = ['Waiting for the transport "./slow.js"', '\\x03', 'Press Ctrl-C again', '\\x03'];
    expect(await typing(steps, root, args)).toMatchObject({ code: 130 });
  });

  test('the question shows what readers will see, how many get it, and who is left out and why', async () => {
    const root = workspace();
    await run(['subscribers', 'remove', 'nickname@example.net'], root);
    writeFileSync(path.join(root, 'issues', DECEMBER, 'contributions', 'lefoe', 'later.docx'), 'a Word file');
    const { stdout } = await typing([QUESTION, '\\x03'], root);
    const shown = stdout.replace(/\s+/g, ' ');
    expect(shown).toContain(
      "Subject: Sex workers' safety, residence permits, decent work: sample newsletter, December 2020",
    );
    expect(shown).toMatch(/From: La Strada International.* <.+@.+>/);
    expect(shown).toContain('Date: 2020-12-18 Readers: 24 Left out: 1 (1 left the list)');
    expect(shown).toContain('A file came that is not in the issue: issues/2020-12/contributions/lefoe/later.docx.');
    expect(shown).toMatch(/The day of the issue is 2020-12-18: \d+ days ago\./);
  });

  test('Ctrl-C at the question is an answer', async () => {
    const root = workspace();
    expect(await typing([QUESTION, '\\x03'], root)).toMatchObject({ code: 130 });
    await run(['report', '--json'], root, 2);
  });

  test('the question names those too who were asked to wait', async () => {
    const root = workspace({ 3: LOST, 5: { outcome: 'deferred', reason: '451 come back later' }, 6: FULL });
    await run([...REAL, '--yes'], root, 3);
    const asked = async (options: readonly string[]) =>
      (await typing([QUESTION, '\\x03'], root, [...REAL, ...options])).stdout;
    expect(await asked(['--uncertain', 'resend'])).toContain(
      'once more to 1 subscriber who may have got it already, and tries 1 message again that could not be taken yet.',
    );
    expect(await asked(['--only', 'failed'])).toContain('tries once more 1 message of issue 2020-12 that failed, and');
  });

  test('Ctrl-D at the question is another answer than the name', async () => {
    const root = workspace();
    const { code, stdout } = await typing([QUESTION, '\\x04'], root);
    expect(stdout).toContain('It was not confirmed.');
    expect(code).toBe(4);
    await run(['report', '--json'], root, 2);
  });

  test('a terminal that is closed at the question is no answer', async () => {
    const root = workspace();
    expect(await typing([QUESTION, '<close>'], root)).toMatchObject({ code: CLOSED });
    await run(['report', '--json'], root, 2);
  });

  test('a terminal that is closed during the send stops it without an error, and it goes on later', async () => {
    const root = workspace();
    writeFileSync(path.join(root, 'held.js'), HELD_TRANSPORT);
    const args = ['send', DECEMBER, '--transport', './held.js', '--yes'];
    appendFileSync(path.join(root, 'newsletter.yaml'), '\nsend:\n  undoSeconds: 0\n');
    expect(await typing(['the third is under way', '<close>'], root, args)).toMatchObject({ code: CLOSED });
    expect(await report(root)).toMatchObject({ submitted: 3, pending: 22, uncertain: 0 });
    await run([...REAL, '--yes'], root);
    expect(await report(root)).toMatchObject({ submitted: 25 });
  });

  test('without a pause it goes out at once, and another name is no confirmation', async () => {
    const root = workspace();
    appendFileSync(path.join(root, 'newsletter.yaml'), '\nsend:\n  undoSeconds: 0\n');
    expect(await typing([QUESTION, 'yes\\r'], root)).toMatchObject({ code: 4 });
    expect(await typing([QUESTION, '2020-12\\r'], root)).toMatchObject({ code: 0 });
    expect(await report(root)).toMatchObject({ submitted: 25 });
  });
});
