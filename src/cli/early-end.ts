import { NewsletterError } from '../model/error.js';
import type { CommonOptions, Output } from './output.js';
import { asNewsletterError, printError } from './print-error.js';
import { outputTaken } from './write-output.js';

function endedEarly(): NewsletterError {
  return new NewsletterError('unexpected', {
    message: 'The command was ended before it had done its work.',
    expected: 'the command to come to its end',
    help: 'If a transport or a program of your own ends the process, take that out of it. Then run the command again.',
  });
}

/** Tells of an error that came when the command had printed its last word, and leaves that as it is. */
function endLate(error: NewsletterError, options: CommonOptions): void {
  printError(error, { ...options, json: false });
  // Nobody waits for what may still be open, but somebody may still be reading.
  void outputTaken().then(() => process.exit(error.exitCode));
}

/**
 * Tells in words, with an exit code, what ends a command before its action does: nothing may look done that is not.
 *
 * @returns ends the watch for an end that looks like a good one.
 */
export function watchForEarlyEnd(options: CommonOptions, output: Output): () => void {
  let over = false;
  let ending = false;
  // Thrown outside of all that is waited for, in a module of the user's above all: nobody is there to go on.
  process.on('uncaughtException', (error: unknown) => {
    // A timer may throw again and again while somebody still reads.
    if (ending) return;
    output.endProgress();
    const known = asNewsletterError(error);
    if (over) {
      ending = true;
      endLate(known, options);
      return;
    }
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
  return () => {
    over = true;
    process.off('exit', onExit);
  };
}
