import { readFileSync } from 'node:fs';
import { NewsletterError } from '../model/error.js';

/**
 * A file of the secretariat, or `undefined` where there is none.
 *
 * @throws {NewsletterError} `file-unreadable`
 */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
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
