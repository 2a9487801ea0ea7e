import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeLeftovers, temporaryName } from '../../src/files/temporary-file.js';
import { compileFiles, newFolder, runProgram } from '../support/files/file-processes.js';

let compiled: string;
let folder: string;
let file: string;

beforeAll(async () => {
  compiled = await compileFiles();
});

beforeEach(() => {
  folder = newFolder();
  file = path.join(folder, 'sent.json');
});

/** What a process has begun that was killed before it could rename it. */
async function makeLeftover(): Promise<string> {
  const { output } = await runProgram(
    `import { writeFileSync } from 'node:fs';
    import { temporaryName } from ${JSON.stringify(`file://${compiled}/temporary-file.mjs`)};
    const name = temporaryName(process.argv[1]);
    writeFileSync(name, 'half');
    process.stdout.write(name, () => process.kill(process.pid, 'SIGKILL'));`,
    file,
  );
  return path.basename(output);
}

describe('removeLeftovers', () => {
  test('removes what a killed process left', async () => {
    const left = await makeLeftover();
    writeFileSync(file, 'whole');
    expect(readdirSync(folder)).toContain(left);
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual(['sent.json']);
  });

  test('leaves what a running process is writing', () => {
    const name = temporaryName(file);
    writeFileSync(name, 'half');
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual([path.basename(name)]);
  });

  test('removes what an earlier process with the same number left, as in a container', () => {
    const name = temporaryName(file).replace(/-[0-9a-f]{8}(-[0-9a-f]{8}\.tmp)$/, '-00000000$1');
    writeFileSync(name, 'half');
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves what another computer may be writing', async () => {
    const left = await makeLeftover();
    const [, own = ''] = /\.([0-9a-f]{6})-\d+-[0-9a-f]{8}-[0-9a-f]{8}\.tmp$/.exec(left) ?? [];
    const other = left.replace(own, own === '000000' ? '111111' : '000000');
    writeFileSync(path.join(folder, other), 'half');
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual([other]);
  });

  test.each([
    'notes.tmp',
    '.notes.tmp',
    '.sent.json.1-2.tmp',
    'sent.json',
    '.sent.json.12345.tmp',
    '.~lock.sent.json#',
  ])("leaves somebody else's %j", (name) => {
    writeFileSync(path.join(folder, name), 'theirs');
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('goes on where one cannot be removed, or there is no folder', async () => {
    const left = await makeLeftover();
    const folderOfThatName = left.replace(/[0-9a-f]{8}\.tmp$/, '00000000.tmp');
    mkdirSync(path.join(folder, folderOfThatName));
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual([folderOfThatName]);
    removeLeftovers(path.join(folder, 'none'));
  });
});
