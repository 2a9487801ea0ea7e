import { NewsletterError } from '../model/error.js';
import type { CommonOptions, Output } from './output.js';
import { asNewsletterError, printError } from './print-error.js';

function endedEarly(): NewsletterError {
  return new NewsletterError('unexpected', {
    message: 'The command was ended before it had done its work.',
    expected: 'the command to come to its end',
    help: 'If a transport or a program of your own ends the process, take that out of it. Then run the command again.',
  });
}

/**
 * Tells in words, with an exit code, what ends a command before its action does: nothing may look done that is not.
 *
 * @returns ends the watch for an end that looks like a good one.
 */
export function watchForEarlyEnd(options: CommonOptions, output: Output): () => void {
  // Thrown outside of all that is waited for, in a module of the user's above all: nobody is there to go on.
  process.on('uncaughtException', (error: unknown) => {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exit(known.exitCode);
  });
  // Somebody else ended the process, or nothing is left that it waits for.
  const onExit = (code: number) => {
    if (code !== 0) return;
    const known = endedEarly();
    printError(known, options);
    process.exitCode = known.exitCode;
  };
  process.on('exit', onExit);
  return () => process.off('exit', onExit);
}
