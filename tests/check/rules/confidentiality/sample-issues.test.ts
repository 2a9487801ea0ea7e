import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkIssue } from '../../../../src/app/issue/check/check-issue.js';
import { openWorkspace } from '../../../../src/app/workspace/open-workspace.js';

const ROOT = path.resolve('.');
const ISSUES = readdirSync(path.join(ROOT, 'issues'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(ISSUES.map(({ name }) => name))('nothing in the sample issue %s is taken for confidential', async (issue) => {
  const workspace = openWorkspace({ workspace: ROOT, from: ROOT, environment: {} });
  const { findings } = await checkIssue(workspace, {
    issue,
    pictures: 'cached',
    keepPassing: false,
    onProgress: () => undefined,
  });
  const own = findings.filter(({ ruleId }) => ruleId.startsWith('confidentiality/'));
  expect(own.map(({ ruleId, file, line, actual }) => [ruleId, file, line, actual])).toEqual([]);
});
