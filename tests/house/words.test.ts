import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../support/workspace-fixture.js';

/** A repository of one program and one document, held against our glossary. */
function repository(program: string, document = '', name = 'a.ts') {
  const root = emptyFolder();
  for (const folder of ['src', 'docs', 'scripts', 'tests', 'templates/locales']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  const files = { 'README.md': document, 'CONTRIBUTING.md': '', 'SECURITY.md': '', 'templates/locales/en.yaml': '' };
  for (const [file, text] of Object.entries({ ...files, [`src/${name}`]: program })) {
    writeFileSync(path.join(root, file), text);
  }
  const glossary = readFileSync('docs/glossary.md', 'utf8');
  writeFileSync(
    path.join(root, 'docs/glossary.md'),
    glossary.replace(/(## To come\n[^|]*\|[^|]*\|[^|]*\|\n)[^]*/, '$1| --- | --- |\n'),
  );
  cpSync('scripts/check-words.js', path.join(root, 'scripts/check-words.js'));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  const run = (...args: readonly string[]) => {
    const ran = spawnSync(process.execPath, ['scripts/check-words.js', ...args], { cwd: root, encoding: 'utf8' });
    return { status: ran.status, output: ran.stdout + ran.stderr };
  };
  return {
    run,
    glossary: () => readFileSync(path.join(root, 'docs/glossary.md'), 'utf8'),
    allow: (word: string, count: number) => {
      const file = path.join(root, 'docs/glossary.md');
      writeFileSync(file, `${readFileSync(file, 'utf8')}| \`${word}\` | ${String(count)} |\n`);
    },
  };
}

test.each([
  ['export function sendCampaign(): void {}\n', 'campaign'],
  ['export const MOST_BYTES = 3;\n', 'MOST_*'],
  ['interface A { readonly blacklist: string }\n', 'blacklist'],
  ['class A { #mailingList = 1 }\n', 'mailing list'],
  ['export const a = ({ b: merge, campaign }: { b: 1; campaign: 2 }) => [merge, campaign];\n', 'campaign'],
  ['/** Whoever reads this. */\n', 'whoever'],
  ['// The outcome\n// hangs\n// on it.\n', 'hangs on'],
  ["export const a = 'Please mend it.';\n", 'mend'],
])('%j is named, with its word', (program, word) => {
  const { status, output } = repository(program).run();
  expect(status).toBe(1);
  expect(output).toContain(`“${word}” is avoided`);
});

test('file names and documents are read too', () => {
  expect(repository('', '', 'campaign-list.ts').run().output).toContain('“campaign” is avoided');
  expect(repository('', 'Tell whoever asks.').run().output).toContain('README.md');
});

test.each([
  "import { campaign } from 'elsewhere';\nexport const issue = campaign;\n",
  "export const a = 'a campaign of a member';\n",
  'export const amendment = 1; // A recommendation.\n',
  'export const isPlaceholder = 1;\n',
])('%j is fine', (program) => {
  expect(repository(program).run()).toEqual({ status: 0, output: '' });
});

test('a word to come may go down, and is then written lower, but never up', () => {
  const { run, allow, glossary } = repository('export const campaign = 1, blast = 2, blastOff = 3;\n');
  allow('campaign', 3);
  allow('blast', 1);
  expect(run().output).toContain('“blast” is avoided (docs/glossary.md): 2 places, allowed 1');
  run('--lower');
  expect(glossary()).toMatch(/\| `campaign` \| 1 +\|\n\| `blast` +\| 1 +\|\n$/);
});
