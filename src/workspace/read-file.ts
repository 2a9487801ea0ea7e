import { readIfThereSync } from '../files/read-if-there.js';
import { NewsletterError } from '../model/error.js';

/**
 * Reads a file of the secretariat; `undefined` when there is none.
 *
 * @throws NewsletterError `file-unreadable`.
 */
export function readWorkspaceFile(file: string): Buffer | undefined {
  try {
    return readIfThereSync(file);
  } catch (error) {
    throw new NewsletterError(
      'file-unreadable',
      {
        message: `${file} cannot be read.`,
        expected: 'a file that you may read',
        help: 'Check who may read the file.',
      },
      error,
    );
  }
}
