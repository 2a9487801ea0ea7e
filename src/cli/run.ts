import { NewsletterError } from '../model/error.js';
import type { Run } from './command-context.js';
import { createOutput, type CommonOptions } from './output.js';
import { asNewsletterError, printError } from './print-error.js';
import { lostOutput, noteLostOutput } from './write-output.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof SIGNALS)[number];

/** 128 and the number of the signal, as a shell has it. */
const EXIT_CODES: Readonly<Record<Signal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

function endAtOnce(signal: Signal): void {
  if (signal !== 'SIGHUP') process.exit(EXIT_CODES[signal]);
  // The terminal was closed. At an end of its own Node sets it up as it was, and aborts where it is gone.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** What was done is done; but whoever reads what was printed has not all of it. */
function tellOfLostOutput(options: CommonOptions): void {
  const error = lostOutput();
  if (error === undefined) return;
  const known = asNewsletterError(error);
  printError(known, { ...options, json: false });
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = known.exitCode;
}

function endedEarly(): NewsletterError {
  return new NewsletterError('unexpected', {
    message: 'The command was ended before it had done its work.',
    expected: 'the command to come to its end',
    help: 'If a transport or a program of your own ends the process, take that out of it. Then run the command again.',
  });
}

/**
 * Runs a command's action and ends the process with its exit code. A command that ends in good order gets the
 * time to do so after the first signal; a second one ends it at once.
 */
export const run: Run = async (options, ending, action) => {
  const controller = new AbortController();
  let received: Signal | undefined;
  const output = createOutput(options);
  const onSignal = (signal: Signal) => {
    // Of a closed terminal the system tells, and then the shell that ran there: only the first asks for something.
    if (signal === 'SIGHUP' && received === 'SIGHUP') return;
    output.endProgress();
    // Everything that is written is written in one step that no signal interrupts, so ending here is safe.
    if (ending === 'at-once' || received !== undefined) endAtOnce(signal);
    received = signal;
    output.note('Stopping: what is under way is finished first. Press Ctrl-C again to stop at once.');
    controller.abort();
  };
  // What is thrown outside of all that is waited for, in a module of the user's above all, leaves nobody to go on.
  const onStray = (error: unknown) => {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exit(known.exitCode);
  };
  // Nothing may look done that is not: neither where somebody else ends the process, nor where nothing is left to wait for.
  const onEarlyExit = (code: number) => {
    if (code !== 0) return;
    printError(endedEarly(), options);
    process.exitCode = endedEarly().exitCode;
  };
  process.on('uncaughtException', onStray);
  process.on('exit', onEarlyExit);
  process.stderr.on('error', noteLostOutput);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const request = { workspace: options.workspace, from: process.cwd(), environment: process.env };
    const exitCode = await action({ output, options, request, signal: controller.signal });
    process.exitCode = received === undefined ? exitCode : EXIT_CODES[received];
  } catch (error) {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exitCode = known.exitCode;
  } finally {
    output.endProgress();
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', onEarlyExit);
    tellOfLostOutput(options);
    if (received === 'SIGHUP') endAtOnce(received);
  }
};
