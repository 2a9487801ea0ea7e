import { errorCode } from '../../files/error-code.js';
import { NewsletterError, errorMessage } from '../../model/error.js';
import type { CommonOptions } from '../output.js';
import { shownLine, shownLines, visibleJson } from './shown.js';
import { writeOutput } from './write-output.js';

function isDiskFull(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '');
}

function diskFull(error: NodeJS.ErrnoException): NewsletterError {
  const what = error.path === undefined ? '' : `, and ${error.path} could not be written`;
  return new NewsletterError(
    'disk-full',
    {
      message: `The disk is full${what}. Nothing that was recorded is lost.`,
      expected: 'some free space on the disk',
      help: 'Make room on the disk, then run the same command again: it goes on where it stopped.',
    },
    error,
  );
}

/** Converts anything that was thrown to an error with a code. */
export function asNewsletterError(error: unknown): NewsletterError {
  if (error instanceof NewsletterError) return error;
  if (isDiskFull(error)) return diskFull(error);
  const message = errorMessage(error);
  return new NewsletterError(
    'unexpected',
    {
      message: `Something went wrong that should not: ${message}`,
      expected: 'the command to do its work',
      help: 'Run it again with DEBUG=newsletter in the environment, and send us what it prints.',
    },
    error,
  );
}

function wantsStack(): boolean {
  return (process.env['DEBUG'] ?? '').split(',').some((name) => name.startsWith('newsletter') || name === '*');
}

/** Prints an error: one JSON document with `--json`, otherwise what is wrong, what was expected, what to do. */
export function printError(error: NewsletterError, options: CommonOptions): void {
  if (options.json === true) {
    const { code, message, expected, help } = error;
    writeOutput(process.stdout, `${visibleJson({ error: { code, message, expected, help } }, 2)}\n`);
  } else {
    printInWords(error);
  }
  if (wantsStack()) {
    const cause = error.cause instanceof Error ? (error.cause.stack ?? '') : '';
    writeOutput(process.stderr, `${shownLines(`${error.stack ?? ''}\n${cause}`)}\n`);
  }
}

/**
 * Prints what is wrong, what was expected and what to do. Only the last may have several lines, which people can copy.
 */
export function printInWords({ message, expected, help }: NewsletterError): void {
  const [toDo = '', ...more] = help.split('\n');
  const lines = [message, `  expected: ${expected}`, `  what to do: ${toDo}`, ...more.map((line) => `    ${line}`)];
  writeOutput(process.stderr, `${lines.map(shownLine).join('\n')}\n`);
}
