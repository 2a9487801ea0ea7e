import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import { staleness } from '../../../src/app/builds/stale-build.js';
import { open } from '../../support/checked-issue.js';
import { picture } from '../../support/assets/pictures/picture-fixture.js';
import { contributionText, CONTRIBUTIONS, ISSUE, type FixtureWorkspace } from '../../support/workspace-fixture.js';
import { buildAndWrite, twoItems } from '../../support/app/build-fixture.js';

test('a build of what is there is not stale', async () => {
  const workspace = await twoItems();
  await buildAndWrite(workspace);
  workspace.write('notes.txt', 'not an input');
  expect(await staleness(open(workspace), ISSUE)).toBeUndefined();
});

const CHANGES: Readonly<Record<string, readonly [string, (workspace: FixtureWorkspace) => unknown]>> = {
  'a text': [
    `${CONTRIBUTIONS}/lefoe/hotline.md has changed since`,
    (workspace) => {
      workspace.write(
        `${CONTRIBUTIONS}/lefoe/hotline.md`,
        contributionText('title: Another\nimage: { file: one.jpg, alt: Two colours, credit: D, consent: not-needed }'),
      );
    },
  ],
  'a picture': [
    `${CONTRIBUTIONS}/lefoe/one.jpg has changed since`,
    async (workspace) => {
      workspace.write(`${CONTRIBUTIONS}/lefoe/one.jpg`, await picture('jpeg', 710, 300));
    },
  ],
  'the registry': [
    'members.yaml has changed since',
    (workspace) => {
      workspace.write('members.yaml', 'members: []\n');
    },
  ],
  'the settings': [
    'issues/2020-12/issue.yaml has changed since',
    (workspace) => {
      workspace.write('issues/2020-12/issue.yaml', 'title: B\ndate: 2020-12-18\n');
    },
  ],
  'a text that went': [
    `${CONTRIBUTIONS}/open-gate/новости.md has gone since`,
    (workspace) => {
      rmSync(workspace.path(CONTRIBUTIONS, 'open-gate'), { recursive: true });
    },
  ],
  'a text that came': [
    `${CONTRIBUTIONS}/la-strada-md/new.md has come since`,
    (workspace) => {
      workspace.write(`${CONTRIBUTIONS}/la-strada-md/new.md`, contributionText('title: New'));
    },
  ],
  'a letter that came': [
    'issues/2020-12/editorial.md has come since',
    (workspace) => {
      workspace.write('issues/2020-12/editorial.md', 'Dear reader.\n');
    },
  ],
};

test.each(Object.entries(CHANGES))('%s makes a build stale, and is named', async (_, [words, change]) => {
  const workspace = await twoItems();
  await buildAndWrite(workspace);
  await change(workspace);
  expect(await staleness(open(workspace), ISSUE)).toBe(words);
});

test('another public address makes a build stale', async () => {
  const workspace = await twoItems();
  await buildAndWrite(workspace);
  const elsewhere = openWorkspace({
    workspace: workspace.root,
    from: '/',
    environment: { NEWSLETTER_PUBLIC_URL: 'https://news.example.org' },
  });
  expect(await staleness(elsewhere, ISSUE)).toContain('public address');
});

test('a build without a manifest that can be read is stale', async () => {
  const workspace = await twoItems();
  await buildAndWrite(workspace);
  workspace.write('out/2020-12/manifest.json', '{}');
  expect(await staleness(open(workspace), ISSUE)).toContain('manifest');
});
