import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { readSafely } from '../../src/contributions/folder/safe-file.js';
import { emptyFolder } from '../support/workspace-fixture.js';

const READS = 3_000;

/** Exchanges a folder for a link to another one and back, as fast as it can, until it is told to end. */
const SWAPPER = `
const { renameSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { folder, link, aside } = workerData;
let ended = false;
parentPort.on('message', () => { ended = true; });
parentPort.postMessage('ready');
const round = () => {
  for (let count = 0; count < 200; count += 1) {
    renameSync(folder, aside);
    renameSync(link, folder);
    renameSync(folder, link);
    renameSync(aside, folder);
  }
  if (ended) process.exit();
  setImmediate(round);
};
round();
`;

test('no file from outside is read while a folder on the way is exchanged for a link', async () => {
  const root = emptyFolder();
  const outside = emptyFolder();
  const folder = path.join(root, 'lefoe');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'a.md'), 'inside');
  writeFileSync(path.join(outside, 'a.md'), 'outside');
  const link = path.join(root, '.link');
  symlinkSync(outside, link);
  // The exchange works at all, so that the test can fail.
  const aside = path.join(root, '.aside');
  renameSync(folder, aside);
  renameSync(aside, folder);
  const swapper = new Worker(SWAPPER, { eval: true, workerData: { folder, link, aside } });
  await new Promise((resolve) => swapper.once('message', resolve));
  const seen = new Map<string, number>();
  for (let count = 0; count < READS; count += 1) {
    const read = readSafely(root, path.join(folder, 'a.md'), 1024);
    const what = read.kind === 'bytes' ? read.bytes.toString('utf8') : 'refused';
    seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  swapper.postMessage('end');
  await new Promise((resolve) => swapper.once('exit', resolve));
  expect(seen.get('outside')).toBeUndefined();
  expect((seen.get('inside') ?? 0) + (seen.get('refused') ?? 0)).toBe(READS);
  // Both were met, so the folder really was exchanged meanwhile.
  expect(seen.get('inside')).toBeGreaterThan(0);
  expect(seen.get('refused')).toBeGreaterThan(0);
});
