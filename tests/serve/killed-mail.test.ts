import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  readStates,
  run,
  serviceMailsTo,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const CONFIGURATION = `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
`;

/** Takes each mail, writes down that it did, and never answers. */
const SILENT_TRANSPORT = `import { appendFileSync } from 'node:fs';
export function createTransport() {
  return {
    async open() {},
    submit() {
      appendFileSync('taken.txt', 'one\\n');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
    async close() {},
  };
}
`;

async function kill(server: RunningServe): Promise<void> {
  const ended = new Promise((resolve) => server.process.once('close', resolve));
  server.process.kill('SIGKILL');
  await ended;
}

test('a mail that was promised comes, once, although the server was killed right after its answer', async () => {
  const root = await workspaceWithReaders([], { 'newsletter.yaml': CONFIGURATION });
  for (let time = 0; time < 3; time += 1) {
    const killed = await startServe(root);
    const address = `reader${String(time)}@example.org`;
    expect((await submit(`${killed.url}/subscribe`, { address })).status).toBe(200);
    await kill(killed);
  }
  const server = await startServe(root);
  for (let time = 0; time < 3; time += 1) {
    expect(await serviceMailsTo(root, `reader${String(time)}@example.org`)).toHaveLength(1);
  }
  await server.stop();
  const later = await startServe(root);
  await submit(`${later.url}/subscribe`, { address: 'last@example.org' });
  expect(await serviceMailsTo(root, 'last@example.org')).toHaveLength(1);
  expect(await serviceMailsTo(root, 'reader0@example.org')).toHaveLength(1);
});

test('somebody who was erased before their mail was made gets none', async () => {
  const root = await workspaceWithReaders([], { 'newsletter.yaml': CONFIGURATION });
  const killed = await startServe(root);
  await submit(`${killed.url}/subscribe`, { address: 'gone@example.org' });
  await kill(killed);
  await run(root, ['subscribers', 'erase', 'gone@example.org', '--yes']);
  const server = await startServe(root);
  await submit(`${server.url}/subscribe`, { address: 'other@example.org' });
  expect(await serviceMailsTo(root, 'other@example.org')).toHaveLength(1);
  expect(await serviceMailsTo(root, 'gone@example.org', 0)).toEqual([]);
  expect(await readStates(root)).toEqual({ 'other@example.org': 'pending' });
});

test('a mail that was on its way when the server was killed is not submitted twice', async () => {
  const root = await workspaceWithReaders([], {
    'newsletter.yaml': `${CONFIGURATION}transport: ./silent.js\n`,
    'silent.js': SILENT_TRANSPORT,
  });
  const taken = path.join(root, 'taken.txt');
  const killed = await startServe(root);
  await submit(`${killed.url}/subscribe`, { address: 'anna@example.org' });
  await expect.poll(() => existsSync(taken)).toBe(true);
  await kill(killed);
  const server = await startServe(root);
  await submit(`${server.url}/subscribe`, { address: 'bea@example.org' });
  await expect.poll(() => readFileSync(taken, 'utf8')).toBe('one\none\n');
  // SIGTERM ends it although a mail is still on its way.
  expect(await server.stop()).not.toBeNull();
});
