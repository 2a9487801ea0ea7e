import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIfThere, readIfThereSync } from '../../src/files/read-if-there.js';
import { newFolder } from '../support/files/file-processes.js';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

describe.each([
  ['readIfThere', readIfThere],
  [
    'readIfThereSync',
    (file: string) =>
      new Promise((resolve) => {
        resolve(readIfThereSync(file));
      }),
  ],
])('%s', (_, read) => {
  test('gives the bytes as they are', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff]);
    writeFileSync(path.join(folder, 'there'), bytes);
    expect(await read(path.join(folder, 'there'))).toEqual(bytes);
  });

  test('gives no bytes of an empty file', async () => {
    writeFileSync(path.join(folder, 'empty'), '');
    expect(await read(path.join(folder, 'empty'))).toEqual(Buffer.alloc(0));
  });

  test('gives undefined where there is no file, no folder, or only a link to nothing', async () => {
    symlinkSync('nothing', path.join(folder, 'link'));
    for (const name of ['none', 'none/none', 'link']) {
      expect(await read(path.join(folder, name))).toBeUndefined();
    }
  });

  test('throws where something is there that cannot be read', async () => {
    mkdirSync(path.join(folder, 'folder'));
    symlinkSync('loop', path.join(folder, 'loop'));
    await expect(read(path.join(folder, 'folder'))).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(read(path.join(folder, 'loop'))).rejects.toMatchObject({ code: 'ELOOP' });
  });
});
