import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, copyDecember, copyWorkspace, DECEMBER, temporaryFolder } from '../support/cli/december.js';
import { checkSchema, contributionSchema, findingSchema, readDocument } from '../support/cli/documents.js';
import { contentBelow, filesBelow, sha256, traceBelow } from '../support/cli/file-tree.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const fileSchema = z.strictObject({ path: z.string(), sha256: z.string().length(64), bytes: z.number() });
const manifestSchema = z.looseObject({
  inputs: z.array(z.strictObject({ path: z.string(), sha256: z.string().length(64) })),
  outputs: z.array(fileSchema),
  findings: z.array(z.strictObject({ ruleId: z.string(), file: z.string(), line: z.number() })),
});

function readManifest(folder: string) {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  return manifestSchema.parse(manifest);
}

let built: string;
beforeAll(async () => {
  built = await buildDecember();
});

describe('the sample issue', () => {
  test('passes its check with 13 contributions or more from 8 members or more', async () => {
    const outcome = await runNewsletter(['check', '--json'], { from: built });
    expect(outcome.code).toBe(0);
    const { issue, contributions, findings } = readDocument(checkSchema, outcome);
    expect(issue).toBe(DECEMBER);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const inIssue = contributions.filter(({ state }) => state === 'in' || state === 'warned');
    expect(inIssue.length).toBeGreaterThanOrEqual(13);
    const members = new Set(inIssue.map(({ member }) => member));
    expect(members).toContain('secretariat');
    expect(members.size - 1).toBeGreaterThanOrEqual(8);
    expect(new Set(inIssue.map(({ section }) => section)).size).toBe(8);
  });
});

describe('newsletter build', () => {
  test("writes the contract's files, and nothing that its manifest does not name", () => {
    const folder = path.join(built, 'out', DECEMBER);
    const manifest = readManifest(folder);
    const written = filesBelow(folder);
    expect(written).toEqual(expect.arrayContaining(['email.html', 'email.txt', 'message.json', 'web/index.html']));
    expect(manifest.outputs.map((output) => output.path).sort()).toEqual(written.filter((f) => f !== 'manifest.json'));
    expect(filesBelow(path.join(built, 'out')).every((name) => name.startsWith(`${DECEMBER}/`))).toBe(true);
  });

  test('tells the truth in its manifest', () => {
    const folder = path.join(built, 'out', DECEMBER);
    const { inputs, outputs } = readManifest(folder);
    for (const output of outputs) {
      const content = readFileSync(path.join(folder, output.path));
      expect(output).toEqual({ path: output.path, sha256: sha256(content), bytes: content.length });
    }
    for (const input of inputs) {
      expect(input).toEqual({ path: input.path, sha256: sha256(readFileSync(path.join(built, input.path))) });
    }
    const read = inputs.map((input) => input.path);
    const dropped = filesBelow(path.join(built, 'issues'))
      .filter((name) => /\.(md|yaml|jpg|png)$/.test(name))
      .map((name) => `issues/${name}`);
    expect(read).toEqual(expect.arrayContaining([...dropped, 'newsletter.yaml', 'members.yaml']));
    // The preview's own page is no part of an edition.
    const templates = filesBelow(path.join(built, 'templates')).filter((name) => !name.startsWith('preview'));
    expect(read).toEqual(expect.arrayContaining(templates.map((name) => `templates/${name}`)));
  });

  test('shows neutral values in its slots', () => {
    for (const name of ['email.html', 'email.txt']) {
      const text = readFileSync(path.join(built, 'out', DECEMBER, name), 'utf8');
      expect(text).toContain('Dear reader,');
      expect(text).not.toMatch(/\{\{|@example\.(com|net)/);
    }
  });

  test('gives the same bytes on another day, in another zone, language and folder', async () => {
    const clock = `--import=${pathToFileURL(path.resolve('tests/support/cli/clock-of-another-day.mjs')).href}`;
    const elsewhere = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' };
    const environments = [
      { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' },
      { ...elsewhere, NODE_OPTIONS: clock, CLOCK_SHIFT_DAYS: '-5000' },
      { ...elsewhere, NODE_OPTIONS: clock, CLOCK_SHIFT_DAYS: '400', HOME: '/nonexistent' },
    ];
    const expected = contentBelow(path.join(built, 'out'));
    for (const environment of environments) {
      const root = copyDecember();
      expect(await runNewsletter(['build'], { from: root, environment })).toMatchObject({ code: 0 });
      expect(contentBelow(path.join(root, 'out'))).toEqual(expected);
    }
    // The clock really was another one: a new workspace is named by it.
    const fresh = temporaryFolder();
    await runNewsletter(['init'], { from: fresh, environment: { NODE_OPTIONS: clock, CLOCK_SHIFT_DAYS: '-5000' } });
    const then = new Date(Date.now() - 5000 * 86_400_000).toISOString().slice(0, 7);
    expect(filesBelow(path.join(fresh, 'issues'))).toContain(`${then}/issue.yaml`);
  });

  test('gives the same bytes again, and leaves alone what did not change', async () => {
    const root = copyWorkspace(built);
    const before = traceBelow(path.join(root, 'out'));
    expect(await runNewsletter(['build'], { from: root })).toMatchObject({ code: 0 });
    const after = traceBelow(path.join(root, 'out'));
    const changed = [...after].filter(([name, trace]) => before.get(name) !== trace).map(([name]) => name);
    expect(changed.filter((name) => name !== `${DECEMBER}/manifest.json`)).toEqual([]);
    expect(contentBelow(path.join(root, 'out'))).toEqual(contentBelow(path.join(built, 'out')));
  });

  test('writes to exactly the folder that --out names, and touches no file of others there', async () => {
    const root = copyWorkspace(built);
    const before = traceBelow(path.join(root, 'out'));
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'notes.txt'), 'mine');
    const outcome = await runNewsletter(['build', '--out', folder, '--json'], { from: root });
    expect(outcome.code).toBe(0);
    const document = readDocument(
      z.strictObject({
        issue: z.literal(DECEMBER),
        built: z.literal(true),
        folder: z.literal(folder),
        outputs: z.array(fileSchema),
        contributions: z.array(contributionSchema),
        findings: z.array(findingSchema),
      }),
      outcome,
    );
    expect(filesBelow(folder)).toEqual(
      [...document.outputs.map((output) => output.path), 'manifest.json', 'notes.txt'].sort(),
    );
    expect(traceBelow(path.join(root, 'out'))).toEqual(before);
  });

  test('takes away what the earlier build named and the new one does not', async () => {
    const root = copyWorkspace(built);
    const earlier = filesBelow(path.join(root, 'out', DECEMBER));
    writeFileSync(path.join(root, 'out', DECEMBER, 'web', 'notes.txt'), 'mine');
    rmSync(path.join(root, 'issues', DECEMBER, 'contributions', 'lefoe'), { recursive: true });
    const settings = path.join(root, 'issues', DECEMBER, 'issue.yaml');
    const withoutIt = readFileSync(settings, 'utf8').replace(/ {2}lefoe\/[^\n]*\n(?: {4}[^\n]*\n)+/g, '');
    writeFileSync(settings, withoutIt);
    expect(await runNewsletter(['build'], { from: root })).toMatchObject({ code: 0 });
    const later = filesBelow(path.join(root, 'out', DECEMBER));
    expect(later.length).toBeLessThan(earlier.length);
    expect(later).toContain('web/notes.txt');
    const named = readManifest(path.join(root, 'out', DECEMBER)).outputs.map((output) => output.path);
    expect(later).toEqual([...named, 'manifest.json', 'web/notes.txt'].sort());
  });
});
