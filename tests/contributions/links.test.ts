import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIssue } from '../../src/app/builds/build-issue.js';
import { writeBuild } from '../../src/app/builds/write-build.js';
import { check, foundBy, open, placesOf, stateOf, workspaceWith } from '../support/checked-issue.js';
import {
  contributionText,
  CONTRIBUTIONS,
  createWorkspace,
  type FixtureWorkspace,
} from '../support/workspace-fixture.js';

const SECRET = 'Shelter-Street-17';

/** A workspace, and beside it a folder that nobody may reach from a member's folder. */
function withSecretOutside(contributions: Readonly<Record<string, string>> = {}) {
  const outside = createWorkspace({
    'secret.md': contributionText(`title: ${SECRET}`, SECRET),
    'secret.jpg': SECRET,
    'folder/secret.md': contributionText(`title: ${SECRET}`, SECRET),
  });
  const workspace = workspaceWith({ 'secretariat/welcome.md': contributionText(), ...contributions });
  mkdirSync(workspace.path(CONTRIBUTIONS, 'lefoe'), { recursive: true });
  return { outside, workspace, dropped: (name: string) => workspace.path(CONTRIBUTIONS, name) };
}

/** Neither a finding nor an item nor a file of the build knows the secret. */
async function expectNothingLeaks(workspace: FixtureWorkspace) {
  const built = await buildIssue(open(workspace), { issue: undefined, onProgress: () => undefined });
  expect(JSON.stringify([built.findings, built.issue, built.checked.contributions])).not.toContain(SECRET);
  const { folder, manifest } = writeBuild(built, workspace.path('out'));
  for (const output of manifest.outputs) {
    expect(readFileSync(path.join(folder, output.path)).includes(SECRET)).toBe(false);
  }
  expect(built.issue.sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items))).toHaveLength(1);
}

describe('no file outside the contributions can be reached', () => {
  test.each([
    ['a contribution', 'lefoe/x.md', 'secret.md'],
    ["a member's folder", 'la-strada-md', 'folder'],
    ["a folder inside a member's", 'lefoe/more', 'folder'],
    ['a contribution beside the folders', 'x.md', 'secret.md'],
    ['a link that leads nowhere', 'lefoe/x.md', 'nothing.md'],
  ])('a symlink: %s', async (_, name, target) => {
    const { outside, workspace, dropped } = withSecretOutside();
    symlinkSync(outside.path(target), dropped(name));
    expect(placesOf('file/link', await check(workspace))).toEqual([`${name}:1:1`]);
    await expectNothingLeaks(workspace);
  });

  test('a symlink to a neighbour is not followed either', async () => {
    const { workspace, dropped } = withSecretOutside();
    symlinkSync(dropped('secretariat/welcome.md'), dropped('lefoe/x.md'));
    expect(placesOf('file/link', await check(workspace))).toEqual(['lefoe/x.md:1:1']);
  });

  test('a hard link', async () => {
    const { outside, workspace, dropped } = withSecretOutside();
    linkSync(outside.path('secret.md'), dropped('lefoe/x.md'));
    const checked = await check(workspace);
    expect(placesOf('file/link', checked)).toEqual(['lefoe/x.md:1:1']);
    expect(stateOf('lefoe/x.md', checked)).toBe('refused');
    await expectNothingLeaks(workspace);
  });

  test('a pipe named like a contribution is not waited for', async () => {
    const { workspace, dropped } = withSecretOutside();
    execFileSync('mkfifo', [dropped('lefoe/x.md')]);
    const checked = await check(workspace);
    expect(placesOf('file/unreadable', checked)).toEqual(['lefoe/x.md:1:1']);
    expect(stateOf('lefoe/x.md', checked)).toBe('refused');
  });

  test('a folder named like a contribution is a folder', async () => {
    const { workspace } = withSecretOutside({ 'lefoe/x.md/inner.md': contributionText('title: Inner') });
    const checked = await check(workspace);
    expect(checked.findings).toEqual([]);
    expect(stateOf('lefoe/x.md/inner.md', checked)).toBe('in');
  });
});

describe('no picture outside the contributions can be reached', () => {
  test.each([
    ['up', '../../../../secret.jpg'],
    ['up from a folder', 'more/../../secret.jpg'],
    ['to a neighbour', '../secretariat/secret.jpg'],
    ['absolute', '/etc/hostname'],
    ['a drive', 'C:/secret.jpg'],
    ['backslashes', '..\\secret.jpg'],
    ['a share', '\\\\server\\secret.jpg'],
    ['an empty name in it', 'more//secret.jpg'],
  ])('a path that leads %s', async (_, file) => {
    const { workspace } = withSecretOutside({
      'lefoe/x.md': contributionText(`title: A\nimage:\n  file: '${file}'\n  alt: B`),
      'secretariat/secret.jpg': SECRET,
    });
    const found = foundBy('picture/file', await check(workspace));
    expect(found).toMatchObject([{ file: 'lefoe/x.md', line: 4, column: 3, actual: 'a path that leads elsewhere' }]);
    await expectNothingLeaks(workspace);
  });

  test('an absolute path to a real file', async () => {
    const { outside, workspace } = withSecretOutside();
    const text = contributionText(`title: A\nimage: { file: ${outside.path('secret.jpg')}, alt: B }`);
    workspace.write(`${CONTRIBUTIONS}/lefoe/x.md`, text);
    expect(placesOf('picture/file', await check(workspace))).toEqual(['lefoe/x.md:3:10']);
    await expectNothingLeaks(workspace);
  });

  test.each(['symlink', 'hard link', 'pipe'])('a %s as a picture', async (kind) => {
    const { outside, workspace, dropped } = withSecretOutside({
      'lefoe/x.md': contributionText('title: A\nimage: { file: p.jpg, alt: B }'),
    });
    if (kind === 'symlink') symlinkSync(outside.path('secret.jpg'), dropped('lefoe/p.jpg'));
    if (kind === 'hard link') linkSync(outside.path('secret.jpg'), dropped('lefoe/p.jpg'));
    if (kind === 'pipe') execFileSync('mkfifo', [dropped('lefoe/p.jpg')]);
    const checked = await check(workspace);
    expect(foundBy('picture/file', checked)).toHaveLength(1);
    expect(stateOf('lefoe/x.md', checked)).toBe('refused');
    await expectNothingLeaks(workspace);
  });

  test('a name is looked up as it is, not as a pattern or a URL', async () => {
    const { workspace } = withSecretOutside({
      'lefoe/x.md': contributionText(
        'title: A\nimages:\n  - { file: "*.jpg", alt: B }\n  - { file: "p%2ejpg", alt: B }',
      ),
      'lefoe/p.jpg': SECRET,
    });
    expect(placesOf('picture/file', await check(workspace))).toEqual(['lefoe/x.md:4:7', 'lefoe/x.md:5:7']);
  });
});
