import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export { contributionText } from './written-contribution.js';

/** The issue of every fixture. */
export const ISSUE = '2020-12';
/** Where its members drop their files, relative to the workspace. */
export const CONTRIBUTIONS = `issues/${ISSUE}/contributions`;

/** The files that every workspace begins with; a test may replace any of them. */
const DEFAULT_FILES = {
  'newsletter.yaml': `name: The Newsletter
organisation: La Strada International
sender:
  name: La Strada International
  address: news@lsi.example.org
`,
  'members.yaml': `members:
  - { id: la-strada-md, name: La Strada Moldova, aliases: [ЛаСтрада], kind: member, country: MD, city: Chisinau }
  - { id: open-gate, name: Open Gate, aliases: [Отворена порта], kind: member, country: MK, city: Skopje }
  - { id: lefoe, name: LEFÖ, aliases: [Lefö IBF], kind: associate, country: AT, city: Vienna }
`,
  [`issues/${ISSUE}/issue.yaml`]: `title: December 2020
date: 2020-12-18
`,
} satisfies Record<string, string>;

/** A workspace in a folder of its own. */
export interface FixtureWorkspace {
  /** Absolute, without links in it. */
  readonly root: string;
  /** The absolute path of a file in the workspace. */
  path(...names: string[]): string;
  /** Writes a file, with the folders above it. */
  write(name: string, content: string | Uint8Array): void;
  /** Happens by itself after the tests of the file. */
  remove(): void;
}

const made = new Set<FixtureWorkspace>();

/** Makes a workspace of the default files and the given ones, by path relative to the workspace. */
export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): FixtureWorkspace {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsletter-workspace-')));
  const workspace: FixtureWorkspace = {
    root,
    path: (...names) => path.join(root, ...names),
    write(name, content) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
      made.delete(workspace);
    },
  };
  for (const [name, content] of Object.entries({ ...DEFAULT_FILES, ...files })) workspace.write(name, content);
  made.add(workspace);
  return workspace;
}

const emptied: string[] = [];

/** An empty folder that lies in no workspace. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsletter-folder-')));
  emptied.push(folder);
  return folder;
}

// At the end of the file, so that a workspace of a beforeAll lasts as long as its tests.
afterAll(() => {
  for (const workspace of made) workspace.remove();
  for (const folder of emptied) rmSync(folder, { recursive: true, force: true });
});
