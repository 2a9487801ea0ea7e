import { NewsletterError } from '../model/error.js';
import type { CommonOptions, Output } from './output.js';
import { asNewsletterError, printError } from './print/print-error.js';
import { outputTaken } from './print/write-output.js';

function endedEarly(): NewsletterError {
  return new NewsletterError('unexpected', {
    message: 'The command was ended before it had done its work.',
    expected: 'the command to come to its end',
    help: 'If a transport or a program of your own ends the process, take that out of it. Then run the command again.',
  });
}

/** Reports an error that came after the command had printed its last line, and leaves that line as it is. */
function endLate(error: NewsletterError, options: CommonOptions): void {
  printError(error, { ...options, json: false });
  // What may still be open is not waited for, but a reader of the output is.
  void outputTaken().then(() => process.exit(error.exitCode));
}

/**
 * Reports in words, with an exit code, what ends a command before its action does, so that nothing looks done that is
 * not.
 *
 * @returns a function that ends the watch for an end that looks like success.
 */
export function watchForEarlyEnd(options: CommonOptions, output: Output): () => void {
  let over = false;
  let ending = false;
  // Thrown outside everything that is awaited, mostly in a user's module: nothing can handle it there.
  process.on('uncaughtException', (error: unknown) => {
    // A timer may throw again and again while somebody is still reading.
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
  // Something else ended the process, or it waits for nothing more.
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
