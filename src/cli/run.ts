import type { Run } from './command-context.js';
import { createOutput } from './output.js';
import { asNewsletterError, printError } from './print-error.js';

const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type Signal = keyof typeof SIGNAL_EXIT_CODES;

/**
 * Runs a command's action and ends the process with its exit code. A command that ends in good order gets the
 * time to do so after the first signal; a second one ends it at once.
 */
export const run: Run = async (options, ending, action) => {
  const controller = new AbortController();
  let received: Signal | undefined;
  const output = createOutput(options);
  const onSignal = (signal: Signal) => {
    output.endProgress();
    // Everything that is written is written in one step that no signal interrupts, so ending here is safe.
    if (ending === 'at-once' || received !== undefined) process.exit(SIGNAL_EXIT_CODES[signal]);
    received = signal;
    output.note('Stopping: what is under way is finished first. Press Ctrl-C again to stop at once.');
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    const request = { workspace: options.workspace, from: process.cwd(), environment: process.env };
    const exitCode = await action({ output, options, request, signal: controller.signal });
    process.exitCode = received === undefined ? exitCode : SIGNAL_EXIT_CODES[received];
  } catch (error) {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exitCode = known.exitCode;
  } finally {
    output.endProgress();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
};
