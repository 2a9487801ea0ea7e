import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildIssue, type BuiltIssue } from '../../../src/app/builds/build-issue.js';
import { outFolder, writeBuild, type WrittenBuild } from '../../../src/app/builds/write-build.js';
import { open, workspaceWith } from '../checked-issue.js';
import { picture } from '../assets/pictures/picture-fixture.js';
import { contributionText, ISSUE, type FixtureWorkspace } from '../workspace-fixture.js';

/** A workspace with an issue of two items, one of them with a picture. */
export async function twoItems(): Promise<FixtureWorkspace> {
  return workspaceWith({
    'lefoe/hotline.md': contributionText(
      'title: A new hotline\nimage: { file: one.jpg, alt: Two colours, credit: D, consent: not-needed }',
      'It is open.',
    ),
    'lefoe/one.jpg': await picture('jpeg', 700, 300),
    'open-gate/новости.md': contributionText('title: Отворена порта\nlanguage: mk', 'Ново.'),
  });
}

export function build(workspace: FixtureWorkspace): Promise<BuiltIssue> {
  return buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
}

/** Builds and writes to the usual folder, or another. */
export async function buildAndWrite(workspace: FixtureWorkspace, folder?: string): Promise<WrittenBuild> {
  return writeBuild(await build(workspace), folder ?? outFolder(workspace.root, ISSUE));
}

/** Every file below a folder with its content. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), readFileSync(file, 'base64')] as const;
    }),
  );
}
