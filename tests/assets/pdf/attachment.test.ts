import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildIssue, type BuiltIssue } from '../../../src/app/builds/build-issue.js';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import { writeBuild } from '../../../src/app/builds/write-build.js';
import {
  check,
  checkContributions,
  foundBy,
  open,
  placesOf,
  stateOf,
  workspaceWith,
} from '../../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS, ISSUE } from '../../support/workspace-fixture.js';
import { onePage, pdf } from '../../support/assets/pdf/pdf-fixture.js';

const record = (file: string, more = '') =>
  contributionText(
    `title: A report on permits\nsection: publication\npublication:\n  publisher: LEFÖ\n  file: ${file}${more}`,
  );

const SCRIPT = onePage('', [], '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>');

describe('the file that a publication names', () => {
  test.each<readonly [string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['report.pdf', {}, 'is not in the folder'],
    ['Report.pdf', { 'report.pdf': onePage() }, 'is not in the folder'],
    ['../kok/report.pdf', {}, "outside the member's folder"],
    ['/etc/passwd', {}, "outside the member's folder"],
    ['https://www.example.org/report.pdf', {}, 'An address stands here'],
    ['report.docx', { 'report.docx': 'PK' }, 'is no PDF'],
    ['report.pdf', { 'report.pdf': 'Just text.' }, 'is no PDF'],
    ['report.pdf', { 'report.pdf': Buffer.concat([onePage()], 5_000_001) }, 'too large'],
  ])('%s with %j: %s', async (file, files, words) => {
    const dropped = Object.fromEntries(Object.entries(files).map(([name, content]) => [`lefoe/${name}`, content]));
    const checked = await checkContributions({ ...dropped, 'lefoe/a.md': record(file) });
    expect(placesOf('file/attachment', checked)).toEqual(['lefoe/a.md:6:3']);
    expect(foundBy('file/attachment', checked)[0]?.message).toContain(words);
    expect(stateOf('lefoe/a.md', checked)).toBe('refused');
  });

  test('names the file that was probably meant, and how to save another kind', async () => {
    const other = await checkContributions({ 'lefoe/a.md': record('Report.PDF'), 'lefoe/report.pdf': onePage() });
    expect(foundBy('file/attachment', other)[0]?.help).toContain('"report.pdf"');
    const word = await checkContributions({ 'lefoe/a.md': record('report.docx'), 'lefoe/report.docx': 'PK' });
    expect(foundBy('file/attachment', word)[0]?.help).toContain('save it as PDF');
  });

  test('is never followed where it is a link', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': record('report.pdf') }, { 'outside.pdf': onePage() });
    symlinkSync(workspace.path('outside.pdf'), workspace.path(CONTRIBUTIONS, 'lefoe', 'report.pdf'));
    const checked = await check(workspace);
    expect(placesOf('file/attachment', checked)).toEqual(['lefoe/a.md:6:3']);
    expect(checked.documents.byFile.size).toBe(0);
  });

  test('that cannot be made safe is refused where it is named, with what to do', async () => {
    const checked = await checkContributions({ 'lefoe/a.md': record('report.pdf'), 'lefoe/report.pdf': SCRIPT });
    expect(foundBy('file/attachment-unsafe', checked)).toMatchObject([
      { file: 'lefoe/a.md', line: 6, severity: 'error', actual: 'a program (JavaScript)' },
    ]);
    expect(stateOf('lefoe/a.md', checked)).toBe('refused');
  });

  test('that was scanned is remarked on: nobody has read it', async () => {
    const checked = await checkContributions({ 'lefoe/a.md': record('scan.pdf'), 'lefoe/scan.pdf': await pdf(['']) });
    expect(foundBy('file/attachment-unread', checked)).toMatchObject([{ severity: 'warning', line: 6 }]);
    expect(stateOf('lefoe/a.md', checked)).toBe('warned');
  });

  test('of which comments were taken out says so', async () => {
    const bytes = onePage('/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>]');
    const checked = await checkContributions({ 'lefoe/a.md': record('report.pdf'), 'lefoe/report.pdf': bytes });
    expect(foundBy('file/attachment-cleaned', checked)).toMatchObject([{ severity: 'info', line: 6 }]);
  });

  test('is an input of the build, and no stray; excluded, it is not even opened', async () => {
    const files = { 'lefoe/a.md': record('report.pdf'), 'lefoe/report.pdf': SCRIPT, 'lefoe/b.md': contributionText() };
    const checked = await checkContributions(files);
    expect(checked.inputs.map(({ path }) => path)).toContain(`${CONTRIBUTIONS}/lefoe/report.pdf`);
    expect(foundBy('file/not-used', checked)).toEqual([]);
    const excluded = await checkContributions(files, {
      'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md: { exclude: later }\n',
    });
    expect(foundBy('file/attachment-unsafe', excluded)).toEqual([]);
    expect(foundBy('file/not-used', excluded)).toEqual([]);
  });
});

describe('the words of an attached file', () => {
  test('like its links, they ask nobody to fix what others wrote', async () => {
    const link =
      '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.org/?utm_source=x) >> >>]';
    const checked = await checkContributions({ 'lefoe/a.md': record('r.pdf'), 'lefoe/r.pdf': onePage(link) });
    expect(checked.findings.filter(({ ruleId }) => ruleId.startsWith('link/'))).toEqual([]);
  });

  test('that must not be repeated are masked, and what a contributor asks to allow is told', async () => {
    const bytes = await pdf(['Call Marija on +31 20 555 0123 at any hour.']);
    const asks = '\nallow:\n  - { rule: confidentiality/telephone, reason: it is ours }';
    const checked = await checkContributions({ 'lefoe/a.md': record('report.pdf', asks), 'lefoe/report.pdf': bytes });
    const found = checked.findings.filter(({ ruleId }) => ruleId.startsWith('confidentiality/'));
    for (const finding of found) expect(JSON.stringify(finding)).not.toMatch(/555|0123/);
    for (const finding of found.filter(({ ruleId }) => ruleId === 'confidentiality/telephone'))
      expect(finding.help).toContain('it is ours');
  });
});

describe('a published file', () => {
  const files = (built: BuiltIssue) => built.files.map(({ path }) => path).filter((path) => path.endsWith('.pdf'));

  async function build(environment: Readonly<Record<string, string>> = {}) {
    const author = await pdf(['Permits compared.'], (document) => {
      document.setAuthor('Anna Secret');
    });
    const workspace = workspaceWith({ 'lefoe/a.md': record('our report.pdf'), 'lefoe/our report.pdf': author });
    const opened = openWorkspace({ workspace: workspace.root, from: workspace.root, environment });
    return { workspace, built: await buildIssue(opened, { issue: ISSUE, onProgress: () => undefined }) };
  }

  test('lies beside the web edition, named by its item and its content, without metadata', async () => {
    const { workspace, built } = await build();
    expect(files(built)).toEqual([expect.stringMatching(/^web\/files\/lefoe-a-[0-9a-f]{12}\.pdf$/)]);
    writeBuild(built, workspace.path('out'));
    const [name = ''] = files(built);
    const published = readFileSync(workspace.path('out', name));
    expect(published.subarray(0, 5).toString()).toBe('%PDF-');
    expect(published.includes('Anna')).toBe(false);
    const page = readFileSync(workspace.path('out', 'web', 'index.html'), 'utf8');
    expect(page).toContain(`href="${name.slice('web/'.length)}"`);
    expect(page).toMatch(/A report on permits \(PDF, [\d.]+ KB, English\)/);
    expect(page).not.toContain('our report.pdf');
    expect(readFileSync(workspace.path('out', 'manifest.json'), 'utf8')).toContain(name);
  });

  test('is linked in mail where the web edition is public, and left out where it is not', async () => {
    const inside = await build();
    expect(inside.built.email.html).not.toContain('(PDF, ');
    expect(inside.built.email.text).not.toContain('(PDF, ');
    const { built } = await build({ NEWSLETTER_PUBLIC_URL: 'https://news.example.org' });
    const [name = ''] = files(built);
    const address = `https://news.example.org/${ISSUE}/${name.slice('web/'.length)}`;
    expect(built.email.html).toContain(address);
    expect(built.email.html).toContain('(PDF, ');
    expect(built.email.text).toContain('(PDF, ');
    expect(built.email.text.replace(/\s+/g, '')).toContain(address);
  });

  test('comes from the cache the second time, which nobody else may read', async () => {
    const { workspace, built } = await build();
    const folder = workspace.path('data', 'cache', 'documents');
    const state = () => readdirSync(folder).map((name) => [name, statSync(`${folder}/${name}`).mtimeMs]);
    const before = state();
    expect(readdirSync(folder).every((name) => (statSync(`${folder}/${name}`).mode & 0o077) === 0)).toBe(true);
    const again = await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
    expect(again.files).toEqual(built.files);
    expect(state()).toEqual(before);
    rmSync(`${folder}/${readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? ''}`);
    await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
    expect(existsSync(folder) && readdirSync(folder).length).toBe(before.length);
  });
});
