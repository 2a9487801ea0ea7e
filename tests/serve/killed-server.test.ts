import { expect, test } from 'vitest';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import { keysOf, LIST, readStates, startServe, submit, workspaceWithReaders } from '../support/serve/running-server.js';

const READERS = Array.from({ length: 1500 }, (_, index) => `reader${String(index)}@example.org`);
const CONNECTIONS = 20;

test('a server killed without warning has lost nobody whom it answered', async () => {
  const root = await workspaceWithReaders(READERS);
  const server = await startServe(root);
  const keys = await keysOf(root);
  const answered: string[] = [];
  let next = 0;
  const post = async () => {
    for (let index = next++; index < READERS.length; index = next++) {
      const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', index + 1)}`;
      const answer = await submit(url, { 'List-Unsubscribe': 'One-Click' }).catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status === 200) answered.push(READERS[index] ?? '');
      if (answered.length === 300) server.process.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, post));
  expect(answered.length).toBeGreaterThanOrEqual(300);
  expect(answered.length).toBeLessThan(READERS.length);
  const states = await readStates(root);
  expect(answered.filter((address) => states[address] !== 'unsubscribed')).toEqual([]);
  // Nobody beside those who were asked for, answered or on their way.
  const left = READERS.filter((address) => states[address] === 'unsubscribed');
  expect(left.length).toBeLessThanOrEqual(answered.length + CONNECTIONS);
});
