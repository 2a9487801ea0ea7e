import { NewsletterError } from '../model/error.js';
import type { CommonOptions } from './output.js';
import { visible } from './visible.js';

/** Anything that was thrown, as an error with a code. */
export function asNewsletterError(error: unknown): NewsletterError {
  if (error instanceof NewsletterError) return error;
  const message = error instanceof Error ? error.message : String(error);
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
    process.stdout.write(`${JSON.stringify({ error: { code, message, expected, help } }, undefined, 2)}\n`);
  } else {
    process.stderr.write(
      `${visible(error.message)}\n  expected: ${visible(error.expected)}\n  what to do: ${visible(error.help)}\n`,
    );
  }
  if (wantsStack()) {
    process.stderr.write(`${error.stack ?? ''}\n${error.cause instanceof Error ? (error.cause.stack ?? '') : ''}\n`);
  }
}
