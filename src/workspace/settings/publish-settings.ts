import path from 'node:path';
import { NewsletterError } from '../../model/error.js';
import type { PublishTarget, WrittenPublish } from '../../model/settings/publish.js';
import { CONFIGURATION_FILE } from '../locate.js';

/** Folders of the workspace that must not hold what the public may read. */
const OWN_FOLDERS = ['out', 'issues', 'data', 'outbox', 'templates'];

/**
 * Returns where the web edition is published; `undefined` when nothing is configured. With only a public address, our
 * own server shows it.
 *
 * @throws NewsletterError `configuration-invalid` for a folder that holds the workspace's own files.
 */
export function effectivePublish(
  root: string,
  written: WrittenPublish | undefined,
  publicUrl: string | undefined,
): PublishTarget | undefined {
  if (written?.folder !== undefined) {
    const folder = path.resolve(root, written.folder);
    const [first = ''] = path.relative(root, folder).split(path.sep);
    if (OWN_FOLDERS.includes(first)) throw ownFolder(written.folder, first);
    return { kind: 'folder', folder };
  }
  const command = written?.command;
  if (command === undefined) return publicUrl === undefined ? undefined : { kind: 'serve' };
  if (typeof command === 'string') return { kind: 'command', command };
  const [program, ...args] = command;
  return program === undefined ? undefined : { kind: 'command', command: [program, ...args] };
}

function ownFolder(written: string, own: string): NewsletterError {
  return new NewsletterError('configuration-invalid', {
    message: `${CONFIGURATION_FILE}: "publish.folder" is ${written}, where this workspace keeps its own files (${own}/).`,
    expected: 'a folder that holds nothing but what the public may read, such as /var/www/newsletter',
    help: `Name another folder in ${CONFIGURATION_FILE}.`,
  });
}
