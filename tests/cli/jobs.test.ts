import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';
import { run, startServe, submit, workspaceWithReaders, type RunningServe } from '../support/serve/running-server.js';

const jobsSchema = z.strictObject({
  counts: z.record(z.string(), z.number()),
  jobs: z.array(
    z.strictObject({
      id: z.number(),
      kind: z.string(),
      ids: z.record(z.string(), z.number()),
      state: z.string(),
      attempts: z.number(),
      reason: z.string().nullable(),
      createdAt: z.string(),
      dueAt: z.string().nullable(),
      updatedAt: z.string(),
    }),
  ),
});

/** Answers with what the file says, and writes down what it took. */
const MOODY_TRANSPORT = `import { appendFileSync, existsSync, readFileSync } from 'node:fs';
export function createTransport({ workspace }) {
  return {
    async open() {},
    async submit(messages) {
      const outcome = readFileSync(workspace + '/answer.txt', 'utf8').trim();
      return messages.map(({ envelope }) => {
        if (outcome === 'submitted') appendFileSync(workspace + '/taken.txt', envelope.to + '\\n');
        return { outcome, reason: '550 5.1.1 <' + envelope.to + '> is unknown here' };
      });
    },
    async close() {},
  };
}
`;

let root: string;
let server: RunningServe;

beforeAll(async () => {
  root = await workspaceWithReaders([], {
    'newsletter.yaml': `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
transport: ./moody.js
`,
    'moody.js': MOODY_TRANSPORT,
    'answer.txt': 'failed',
  });
});

async function jobs(...args: readonly string[]) {
  return readDocument(jobsSchema, await run(root, ['jobs', ...args, '--json']));
}

describe('newsletter jobs', () => {
  test('says that there are none, also without a database', async () => {
    expect((await jobs()).jobs).toEqual([]);
    expect((await run(root, ['jobs'])).stdout).toBe('0 jobs to do, 0 given up, 0 done.\n');
    expect(existsSync(path.join(root, 'data', 'newsletter.db'))).toBe(false);
    expect((await runNewsletter(['jobs', 'retry', '1'], { from: root })).code).toBe(2);
  });

  test('shows what was given up and why, without naming anybody', async () => {
    server = await startServe(root);
    await submit(`${server.url}/subscribe`, { address: 'anna@example.org' });
    await expect.poll(async () => (await jobs('--failed')).jobs.length).toBe(1);
    const { counts, jobs: failed } = await jobs('--failed');
    expect(failed).toMatchObject([{ kind: 'opt-in-mail', state: 'failed', attempts: 1, dueAt: null }]);
    expect(counts).toMatchObject({ failed: 1, done: 1, waiting: 0 });
    const outcomes = [await run(root, ['jobs']), await run(root, ['jobs', 'list', '--failed'])];
    for (const { stdout } of outcomes) {
      expect(stdout).toContain('mail that asks for confirmation, failed (1 try): 550 5.1.1 (address) is unknown here');
      expect(stdout).not.toMatch(/anna/i);
    }
    expect((await run(root, ['jobs', '--quiet'])).stdout).toBe('');
  });

  test('has a server that runs try one again', async () => {
    writeFileSync(path.join(root, 'answer.txt'), 'submitted');
    const id = (await jobs()).jobs[0]?.id ?? 0;
    expect((await run(root, ['jobs', 'retry', String(id)])).stdout).toContain(`Job ${String(id)} is tried again`);
    await expect.poll(() => existsSync(path.join(root, 'taken.txt'))).toBe(true);
    await expect.poll(async () => (await jobs()).counts['done']).toBe(2);
    expect(readFileSync(path.join(root, 'taken.txt'), 'utf8')).toBe('anna@example.org\n');
    const again = await runNewsletter(['jobs', 'retry', String(id)], { from: root });
    expect(again).toMatchObject({ code: 4, stdout: '' });
    expect(again.stderr).toContain(`Job ${String(id)} is done.`);
    await server.stop();
  });

  test.each(['x', '0', '-1', '1.5', ''])('says of %j that it is no number of a job', async (id) => {
    const outcome = await runNewsletter(['jobs', 'retry', '--', id], { from: root });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('the number that "newsletter jobs" shows');
  });
});
