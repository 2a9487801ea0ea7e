import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildIssue } from '../../../src/app/builds/build-issue.js';
import { staleness } from '../../../src/app/builds/stale-build.js';
import { open } from '../../support/checked-issue.js';
import { picture } from '../../support/assets/pictures/picture-fixture.js';
import { ISSUE, type FixtureWorkspace } from '../../support/workspace-fixture.js';
import { build, buildAndWrite, twoItems } from '../../support/app/build-fixture.js';

const CONFIGURATION = `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
`;

async function workspaceOf(lines: string): Promise<FixtureWorkspace> {
  const workspace = await twoItems();
  workspace.write('newsletter.yaml', CONFIGURATION + lines);
  return workspace;
}

describe('the logo that newsletter.yaml names', () => {
  test('is made safe like any picture, and an input of the build', async () => {
    const workspace = await workspaceOf('design: { logo: pictures/logo.png, logoAlt: An umbrella }\n');
    workspace.write('pictures/logo.png', await picture('png', 600, 200));
    const built = await build(workspace);
    expect(built.findings).toEqual([]);
    expect(built.email.html).toMatch(/<img src="web\/pictures\/[0-9a-f]{20}-360\.png" alt="An umbrella" width="180"/);
    expect(built.inputs.map((input) => input.path)).toContain('pictures/logo.png');
    expect(built.files.filter(({ path }) => /-(180|360)\.png$/.test(path))).toHaveLength(2);
  });

  test.each([
    ['is not there', undefined],
    ['is no picture', Buffer.from('words')],
  ])('is an error that says so where it %s', async (_, bytes) => {
    const workspace = await workspaceOf('design: { logo: logo.png }\n');
    if (bytes !== undefined) workspace.write('logo.png', bytes);
    const found = (await build(workspace)).findings.filter(({ ruleId }) => ruleId === 'issue/logo');
    expect(found).toMatchObject([{ severity: 'error', file: 'newsletter.yaml' }]);
  });

  test('never leaves the workspace', async () => {
    const workspace = await workspaceOf('design: { logo: ../outside.png }\n');
    const outside = workspace.path('..', 'outside.png');
    writeFileSync(outside, await picture('png', 60, 20));
    expect((await build(workspace)).findings.map(({ ruleId }) => ruleId)).toEqual(['issue/logo']);
    rmSync(outside);
  });
});

describe('a build', () => {
  const staleAfter = async (before: string, after: string) => {
    const workspace = await workspaceOf(before);
    await buildAndWrite(workspace);
    workspace.write('newsletter.yaml', CONFIGURATION + after);
    return staleness(open(workspace), ISSUE);
  };

  test('is still good when only the way of sending has changed', async () => {
    expect(await staleAfter('', '# another remark\ntransport: smtp\nserve: { trustProxy: yes }\n')).toBeUndefined();
  });

  test.each([
    'design: { colours: { light: { title: "#123456" } } }',
    'design: { fonts: { serif: Charter } }',
    'pictures: { embeddedBudget: 100 }',
    'imprint: [Another street 1]',
    'description: Another one',
    'publicUrl: https://news.example.org',
  ])('is stale after %s', async (lines) => {
    expect(await staleAfter('', `${lines}\n`)).toBe('newsletter.yaml has changed since');
  });

  test('shows the same whichever of two settings that matter to none was written', async () => {
    const one = await build(await workspaceOf('transport: outbox\n'));
    const other = await build(await workspaceOf('transport: smtp\n'));
    expect(other.email).toEqual(one.email);
  });
});

describe('a colour with a wrong name', () => {
  test('is left out, and the right one is named', async () => {
    const workspace = await workspaceOf('design: { colours: { dark: { tittle: "#123456" } } }\n');
    const { findings } = await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
    expect(findings).toMatchObject([
      { ruleId: 'issue/unknown-key', severity: 'warning', help: 'Did you mean "title"?', file: 'newsletter.yaml' },
    ]);
  });
});
