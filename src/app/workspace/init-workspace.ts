import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError } from '../../model/error.js';
import { STARTING_TEXT } from '../../model/issue/text/proposed-text.js';
import { CONFIGURATION_FILE } from '../../workspace/locate.js';

const CONFIGURATION = `# The configuration of this newsletter. Secrets never stand here: they come from the environment or from .env.
name: Our newsletter
organisation: Our organisation
language: en

sender:
  name: Our organisation
  address: newsletter@example.org

# A mail to this address asks to leave the list.
unsubscribe:
  mailto: unsubscribe@example.org

# outbox writes messages to a folder and sends nothing.
transport: outbox

imprint:
  - Our organisation, our address
`;

const MEMBERS = `# Everybody whose contributions are expected. The id is the name of the member's folder.
members:
  - id: first-member
    name: First Member
    kind: member
    country: NL
`;

const GITIGNORE = `data/
out/
outbox/
*.csv
!*.sample.csv
.env
`;

const WELCOME = `---
title: ${STARTING_TEXT.title}
section: statement
summary: ${STARTING_TEXT.summary}
---

${STARTING_TEXT.text}
`;

function newFiles(now: Date): ReadonlyMap<string, string> {
  const { issue, title, day } = nextIssue(now);
  const settings = `title: ${title}\ndate: ${day}\n# deadline: ${day}T18:00\n# timezone: Europe/Amsterdam\n`;
  return new Map([
    [CONFIGURATION_FILE, CONFIGURATION],
    ['members.yaml', MEMBERS],
    ['.gitignore', GITIGNORE],
    [`issues/${issue}/issue.yaml`, settings],
    [`issues/${issue}/editorial.md`, `${STARTING_TEXT.letter}\n`],
    [`issues/${issue}/contributions/secretariat/welcome.md`, WELCOME],
  ]);
}

/** Finds the workspace that a folder is, or that it lies in. */
function workspaceAround(folder: string): string | undefined {
  if (existsSync(path.join(folder, CONFIGURATION_FILE))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : workspaceAround(above);
}

function insideWorkspace(root: string, workspace: string, now: Date): NewsletterError {
  const { issue, title, day } = nextIssue(now);
  return new NewsletterError('workspace-exists', {
    message: root === workspace ? `${root} is a workspace already.` : `${root} lies inside the workspace ${workspace}.`,
    expected: `a folder that is not in a workspace: none with ${CONFIGURATION_FILE} in it or above it`,
    help:
      `To begin an issue there, make the folder issues/${issue}/contributions in it, and a file issues/${issue}/issue.yaml ` +
      `with two lines, "title: ${title}" and "date: ${day}". For another newsletter, name a folder elsewhere.`,
  });
}

/** Returns the issue that a new workspace begins with. */
function nextIssue(now: Date): { readonly issue: string; readonly title: string; readonly day: string } {
  const day = now.toISOString().slice(0, 10);
  const title = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(now);
  return { issue: day.slice(0, 7), title, day };
}

/**
 * Makes a new workspace. Existing files are left as they are.
 *
 * @returns the files that were written, relative to the workspace.
 * @throws NewsletterError `workspace-exists`.
 */
export function initWorkspace(root: string, now: Date): readonly string[] {
  const around = workspaceAround(root);
  if (around !== undefined) throw insideWorkspace(root, around, now);
  const written: string[] = [];
  for (const [name, content] of newFiles(now)) {
    const file = path.join(root, name);
    if (existsSync(file)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: 'wx' });
    written.push(name);
  }
  return written;
}
