import { expect, test } from 'vitest';
import { issueStatus } from '../../../src/app/issue/status/issue-status.js';
import { workspaceWith } from '../../support/checked-issue.js';
import { contributionText, type FixtureWorkspace } from '../../support/workspace-fixture.js';

const TEXT = `On 23 and 24 November the organisation held an online expert meeting about residence permits for trafficked
persons. Six organisations from six countries took part and compared what a permit makes possible.`;

async function ruleIds(workspace: FixtureWorkspace): Promise<readonly string[]> {
  const request = { workspace: workspace.root, from: '/', environment: {}, issue: undefined, now: new Date(0) };
  return (await issueStatus(request)).findings.map(({ ruleId }) => ruleId);
}

const OLD = 'issues/2020-11/contributions/lefoe/old.md';
const WITH_OLD = { [OLD]: contributionText('title: Old', TEXT) };

test.each([
  ['an earlier text comes', {}, OLD, WITH_OLD[OLD], [], ['duplicate/near']],
  ['an earlier text is written anew', WITH_OLD, OLD, contributionText('title: Old'), ['duplicate/near'], []],
  [
    'an earlier text was not in after all',
    WITH_OLD,
    'issues/2020-11/issue.yaml',
    'title: A\ndate: 2020-11-18\nitems: { lefoe/old.md: { exclude: late } }\n',
    ['duplicate/near'],
    [],
  ],
  [
    'the house style changes',
    {},
    'house-style.yaml',
    'limits: { default: { title: { most: 1 } } }\n',
    [],
    ['house-style/length'],
  ],
  [
    'the templates have a house style',
    {},
    'templates/house-style.yaml',
    'limits: { default: { title: { most: 1 } } }\n',
    [],
    ['house-style/length'],
  ],
])('a remembered status is not believed when %s', async (_, others, file, content, before, after) => {
  const workspace = workspaceWith({ 'open-gate/a.md': contributionText('title: Two words', TEXT) }, others);
  expect(await ruleIds(workspace)).toEqual(before);
  workspace.write(file, content);
  expect(await ruleIds(workspace)).toEqual(after);
});
