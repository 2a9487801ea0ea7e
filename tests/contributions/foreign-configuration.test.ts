import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import { locateWorkspace } from '../../src/workspace/locate.js';
import { check, checkContributions, foundBy, workspaceWith } from '../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS } from '../support/workspace-fixture.js';

const ITEM = { 'lefoe/a.md': contributionText() };
const FOREIGN = 'name: Not ours\n';

test.each(['lefoe/newsletter.yaml', 'lefoe/more/newsletter.yaml', 'newsletter.yaml', 'open-gate/Newsletter.YAML'])(
  'a configuration among the contributions, %s, is an error',
  async (file) => {
    const checked = await checkContributions({ ...ITEM, [file]: FOREIGN });
    expect(foundBy('file/misplaced', checked)).toMatchObject([{ file, severity: 'error' }]);
  },
);

test.each([
  ['in the folder itself', `${CONTRIBUTIONS}/lefoe`],
  ['in a folder below it', `${CONTRIBUTIONS}/lefoe/more/deep`],
  ['in the contributions', CONTRIBUTIONS],
])('it is never the workspace, for a command that is run %s', (_, from) => {
  const workspace = workspaceWith(ITEM, { [`${CONTRIBUTIONS}/lefoe/newsletter.yaml`]: FOREIGN });
  expect(locateWorkspace(undefined, workspace.path(from))).toBe(workspace.root);
});

test('and not where it is named either', () => {
  const workspace = workspaceWith(ITEM, { [`${CONTRIBUTIONS}/lefoe/newsletter.yaml`]: FOREIGN });
  const folder = workspace.path(CONTRIBUTIONS, 'lefoe');
  expect(() => locateWorkspace(folder, '/')).toThrow(NewsletterError);
  expect(() => locateWorkspace(folder, '/')).toThrow('so it is no workspace');
});

test('a workspace below a folder that only happens to be called contributions is one', () => {
  const workspace = workspaceWith(ITEM, { 'issues/2020-12/contributions.old/newsletter.yaml': FOREIGN });
  const other = workspaceWith({}, { 'mine/newsletter.yaml': FOREIGN });
  expect(locateWorkspace(undefined, workspace.path('issues/2020-12/contributions.old'))).toBe(
    workspace.path('issues/2020-12/contributions.old'),
  );
  expect(locateWorkspace(other.path('mine'), '/')).toBe(other.path('mine'));
});

/** Runs `check` as somebody who has no rights beyond those of the files; a test may be run by root. */
async function checkWithoutRights(workspace: ReturnType<typeof workspaceWith>) {
  const { getuid, setegid, seteuid } = process;
  if (getuid?.() !== 0 || setegid === undefined || seteuid === undefined) return check(workspace);
  const [nobody, group] = [65_534, 65_534];
  execFileSync('chown', ['-R', `${String(nobody)}:${String(group)}`, workspace.root]);
  chownSync(workspace.path(CONTRIBUTIONS, 'open-gate'), 0, 0);
  setegid(group);
  seteuid(nobody);
  try {
    return await check(workspace);
  } finally {
    seteuid(0);
    setegid(0);
  }
}

test.each(['open-gate', 'lefoe/more'])('a folder that may not be read, %s, is a finding', async (name) => {
  const workspace = workspaceWith({ ...ITEM, 'open-gate/b.md': contributionText(), 'lefoe/more/c.jpg': 'A' });
  const folder = workspace.path(CONTRIBUTIONS, name);
  chmodSync(folder, 0o000);
  try {
    const checked = await checkWithoutRights(workspace);
    expect(foundBy('file/unreadable', checked)).toMatchObject([{ file: name, severity: 'error' }]);
    expect(checked.contributions.map(({ file }) => file)).toContain(`${CONTRIBUTIONS}/lefoe/a.md`);
  } finally {
    chmodSync(folder, 0o755);
  }
});
