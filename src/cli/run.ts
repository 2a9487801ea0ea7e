import type { Run } from './command-context.js';
import { watchForEarlyEnd } from './early-end.js';
import { createOutput, type CommonOptions } from './output.js';
import { asNewsletterError, printError } from './print-error.js';
import { watchSignals } from './signals.js';
import { lostOutput, noteLostOutput } from './write-output.js';

/** What was done is done; but whoever reads what was printed has not all of it. */
function tellOfLostOutput(options: CommonOptions): void {
  const error = lostOutput();
  if (error === undefined) return;
  const known = asNewsletterError(error);
  printError(known, { ...options, json: false });
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = known.exitCode;
}

/** Runs a command's action and ends the process with its exit code. */
export const run: Run = async (options, ending, action) => {
  const output = createOutput(options);
  process.stderr.on('error', noteLostOutput);
  const signals = watchSignals(ending, output);
  const endWatch = watchForEarlyEnd(options, output);
  try {
    const request = { workspace: options.workspace, from: process.cwd(), environment: process.env };
    process.exitCode = signals.exitCode(await action({ output, options, request, signal: signals.signal }));
  } catch (error) {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exitCode = known.exitCode;
  } finally {
    output.endProgress();
    endWatch();
    tellOfLostOutput(options);
    signals.end();
  }
};
