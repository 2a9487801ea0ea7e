import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { temporaryName } from '../../src/files/temporary-file.js';
import { createAtomically, syncFolder, writeAtomically } from '../../src/files/write-atomically.js';
import { writeAtomicallySync } from '../../src/files/write-atomically-sync.js';
import { compileFiles, newFolder, runProgram } from '../support/files/file-processes.js';

let compiled: string;
let folder: string;
let file: string;

beforeAll(async () => {
  compiled = await compileFiles();
});

beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'record.json');
});

const WRITERS = [
  { name: 'writeAtomically', module: 'write-atomically' },
  { name: 'writeAtomicallySync', module: 'write-atomically-sync' },
];

describe.each(WRITERS)('$name', ({ name, module }) => {
  const program = (work: string): string => `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { ${name} as write } from ${JSON.stringify(`file://${compiled}/${module}.mjs`)};
    const [file, letter, length] = process.argv.slice(1);
    ${work}`;

  test('by two processes at once mixes nothing, and neither fails', async () => {
    writeFileSync(file, 'old');
    const often = program('for (let i = 0; i < 60; i += 1) await write(file, letter.repeat(Number(length)));');
    const ended = new AbortController();
    const writers = Promise.all([runProgram(often, file, 'a', '300000'), runProgram(often, file, 'b', '70000')]);
    void writers.finally(() => {
      ended.abort();
    });
    const whole = new Set(['old', 'a'.repeat(300_000), 'b'.repeat(70_000)]);
    while (!ended.signal.aborted) {
      expect(whole.has(readFileSync(file, 'utf8'))).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await writers).map(({ code }) => code)).toEqual([0, 0]);
    whole.delete('old');
    expect(whole.has(readFileSync(file, 'utf8'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  test('that is killed before the new bytes get the name leaves the earlier file', async () => {
    writeFileSync(file, 'old');
    const killed = program(`
      fs.renameSync = fs.promises.rename = () => process.kill(process.pid, 'SIGKILL');
      syncBuiltinESMExports();
      await write(file, 'new');`);
    expect(await runProgram(killed, file)).toMatchObject({ signal: 'SIGKILL' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('that fails at the last leaves the earlier file, and nothing beside it', async () => {
    writeFileSync(file, 'old');
    const full = program(`
      const fail = () => { throw Object.assign(new Error('no room'), { code: 'ENOSPC' }); };
      fs.renameSync = fs.promises.rename = fail;
      syncBuiltinESMExports();
      try { await write(file, 'new'); } catch (error) { console.log(error.code); }`);
    expect(await runProgram(full, file)).toMatchObject({ code: 0, output: 'ENOSPC\n' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['record.json']);
  });
});

const writeEither = [
  ['writeAtomically', writeAtomically],
  [
    'writeAtomicallySync',
    (...given: Parameters<typeof writeAtomicallySync>) => {
      writeAtomicallySync(...given);
      return Promise.resolve();
    },
  ],
] as const;

describe.each(writeEither)('%s', (_, write) => {
  test('makes a file that was not there, with the permissions that it is given', async () => {
    await write(file, 'é', { mode: 0o600 });
    expect(readFileSync(file)).toEqual(Buffer.from('é', 'utf8'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('gives a file that was open the closed permissions', async () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o644);
    await write(file, Buffer.of(0, 255), { mode: 0o600 });
    expect(readFileSync(file)).toEqual(Buffer.of(0, 255));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('says so where a folder has the name, and leaves nothing', async () => {
    mkdirSync(path.join(file, 'inner'), { recursive: true });
    await expect(async () => write(file, 'new')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  test('says so where there is no such folder', async () => {
    await expect(async () => write(path.join(folder, 'none', 'x'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('writes a file whose name is as long as names can be', async () => {
    const long = path.join(folder, `${'ж'.repeat(125)}.json`);
    await write(long, 'new');
    expect(readdirSync(folder)).toEqual([path.basename(long)]);
  });
});

describe('writeAtomically', () => {
  test('writes pieces one behind the other, durably', async () => {
    await writeAtomically(file, [Buffer.from('one '), Buffer.alloc(0), Buffer.from('two')], { durable: true });
    await syncFolder(folder);
    expect(readFileSync(file, 'utf8')).toBe('one two');
  });
});

describe('createAtomically', () => {
  test('leaves a file that is there', async () => {
    expect(await createAtomically(file, 'first', { mode: 0o600, durable: true })).toBe(true);
    expect(await createAtomically(file, 'second')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  test('lets exactly one of several have the name', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => letter.repeat(50_000));
    const made = await Promise.all(texts.map((text) => createAtomically(file, text)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(texts[made.indexOf(true)]);
    expect(readdirSync(folder)).toEqual(['record.json']);
  });
});

describe('temporaryName', () => {
  test('is another one each time, hidden, beside the file', () => {
    const names = Array.from({ length: 100 }, () => temporaryName(file));
    expect(new Set(names).size).toBe(100);
    for (const name of names) {
      expect(path.dirname(name)).toBe(folder);
      expect(path.basename(name)).toMatch(/^\.record\.json\..+\.tmp$/);
    }
  });
});
