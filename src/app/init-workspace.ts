import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError } from '../model/error.js';
import { CONFIGURATION_FILE } from '../workspace/locate.js';

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
title: Welcome to the first issue
section: statement
summary: What this newsletter is for, and how to take part in it.
---

Replace this text by your own, or take the file away. Every file like this one, in the folder of a member or of the
secretariat, becomes an item of the issue.
`;

function newFiles(now: Date): ReadonlyMap<string, string> {
  const day = now.toISOString().slice(0, 10);
  const issue = day.slice(0, 7);
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(now);
  const settings = `title: ${month}\ndate: ${day}\n# deadline: ${day}T18:00\n# timezone: Europe/Amsterdam\n`;
  return new Map([
    [CONFIGURATION_FILE, CONFIGURATION],
    ['members.yaml', MEMBERS],
    ['.gitignore', GITIGNORE],
    [`issues/${issue}/issue.yaml`, settings],
    [
      `issues/${issue}/editorial.md`,
      'Write your letter here: it begins with its first sentence, since each reader is greeted by name above it.\n',
    ],
    [`issues/${issue}/contributions/secretariat/welcome.md`, WELCOME],
  ]);
}

/**
 * Makes a new workspace. A file that is there already is left as it is.
 *
 * @returns the files that were written, relative to the workspace.
 * @throws {NewsletterError} `workspace-exists`
 */
export function initWorkspace(root: string, now: Date): readonly string[] {
  if (existsSync(path.join(root, CONFIGURATION_FILE))) {
    throw new NewsletterError('workspace-exists', {
      message: `${root} is a workspace already.`,
      expected: `a folder without ${CONFIGURATION_FILE}`,
      help: 'Name another folder, or go on with this one.',
    });
  }
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
