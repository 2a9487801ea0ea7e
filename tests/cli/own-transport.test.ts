import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { errorSchema, readDocument, reportSchema } from '../support/cli/documents.js';
import { bareEnvironment, runNewsletter } from '../support/cli/run-newsletter.js';

const SEND = ['send', DECEMBER, '--transport', './own.mjs', '--yes'];
const LEFT_OPEN = 'something was left open';
const SUBMITTED = `async submit(messages) { return messages.map(() => ({ outcome: 'submitted' })); },`;
/** Holds the process, for longer than a test. */
const HOLD = 'setTimeout(() => undefined, 60_000);';

let prepared: string;

beforeAll(async () => {
  prepared = await buildDecember();
  await runNewsletter(['subscribers', 'import', 'subscribers.sample.csv'], { from: prepared });
});

/** A workspace with 25 readers and a transport with these members. */
function workspaceWith(members: string): string {
  const root = copyWorkspace(prepared);
  const module = `export default () => ({ loopback: true, signing: 'theirs', ${members} });`;
  writeFileSync(path.join(root, 'own.mjs'), module);
  return root;
}

const report = async (root: string) =>
  readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: root }));

/** Runs the program, and reads what it prints only when it has said something on standard error. */
async function runUnreadUntil(said: string, args: readonly string[], from: string) {
  const child = spawn(process.execPath, [path.resolve('bin/newsletter.js'), ...args], {
    cwd: from,
    env: bareEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let stderr = '';
  const begun = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      if (stderr.includes(said)) resolve();
    });
  });
  await Promise.race([begun, ended]);
  const stdout = await text(child.stdout);
  await ended;
  return { code: child.exitCode, stdout, stderr };
}

describe('a transport of one’s own', () => {
  test('that fails in the only batch stops the send, and everybody learns why', async () => {
    const failing = `batchSize: 1000, submit() { throw new Error('401 the key is not valid any more'); },`;
    const { code, stderr } = await runNewsletter(SEND, { from: workspaceWith(failing) });
    expect(code).toBe(3);
    expect(stderr).toContain(
      'The send was stopped: the transport ./own.mjs failed: 401 the key is not valid any more.',
    );
    const outcome = await runNewsletter([...SEND, '--json'], { from: workspaceWith(failing) });
    expect(readDocument(reportSchema.extend(errorSchema.shape), outcome)).toMatchObject({
      uncertain: 25,
      pending: 0,
      error: { code: 'send-stopped' },
    });
  });

  test.each([
    ['hangs', `timeoutSeconds: 0.5, submit() { ${HOLD} return new Promise(() => undefined); },`, 3, { uncertain: 1 }],
    ['leaves something open', `${SUBMITTED} close() { ${HOLD} },`, 3, { submitted: 1 }],
    [
      'hangs in open',
      `timeoutSeconds: 0.5, ${SUBMITTED} open() { ${HOLD} return new Promise(() => undefined); },`,
      4,
      {},
    ],
  ])('that %s does not keep the command from its end, and is named', async (_, members, code, counts) => {
    const root = workspaceWith(members);
    const outcome = await runNewsletter([...SEND, '--limit', '1'], { from: root });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(LEFT_OPEN);
    if (code === 3) expect(await report(root)).toMatchObject(counts);
  });

  test('that lets go of everything is not spoken of', async () => {
    const members = `${SUBMITTED} open() { this.timer = ${HOLD} }, close() { clearTimeout(this.timer); },`;
    expect(await runNewsletter(SEND, { from: workspaceWith(members) })).toMatchObject({ code: 0, stderr: '' });
  });

  test('that is stopped by Ctrl-C in open is not waited for', async () => {
    const root = workspaceWith(`
      ${SUBMITTED}
      open() { ${HOLD} process.kill(process.pid, 'SIGINT'); return new Promise(() => undefined); },
    `);
    const { code, stderr } = await runNewsletter(SEND, { from: root });
    expect(code).toBe(130);
    expect(stderr).toContain('The send was interrupted before the transport ./own.mjs was ready.');
  });

  test('loses nobody’s output by its end, however slowly that is read', async () => {
    const megabytes = 4_000_000;
    const root = workspaceWith(`
      ${SUBMITTED}
      close() {
        process.stdout.write('a'.repeat(${String(megabytes)}));
        // Later than the module would be cut off.
        setTimeout(() => process.stderr.write('now it is read'), 3500);
        ${HOLD}
      },
    `);
    const { code, stdout, stderr } = await runUnreadUntil('now it is read', [...SEND, '--quiet'], root);
    expect(code).toBe(0);
    expect(stderr).toBe('now it is read');
    expect(stdout).toBe('a'.repeat(megabytes));
  });

  test('is cut off also where nobody reads what was printed', async () => {
    const root = workspaceWith(`${SUBMITTED} close() { process.stdout.write('a'.repeat(1e6)); ${HOLD} },`);
    expect(await runNewsletter(SEND, { from: root, unread: true })).toMatchObject({ code: 0 });
  });

  test('that throws after everything is done adds nothing to the one document, and is told of', async () => {
    const stray = `process.once('beforeExit', () => { throw new Error('a late one'); });`;
    const root = workspaceWith(`${SUBMITTED} close() { ${stray} },`);
    const outcome = await runNewsletter([...SEND, '--json'], { from: root });
    expect(outcome.code).toBe(70);
    expect(readDocument(reportSchema, { ...outcome, stderr: '' })).toMatchObject({ submitted: 25 });
    expect(outcome.stderr).toContain('a late one');
  });
});
